/** Why the cases of a group may differ: the specification lets the engine leave something out. */
export interface Unbuilt {
  /** Matches the names of the groups' files. */
  readonly files: RegExp;
  readonly reason: string;
}

/** What is not built, or cannot be built without a host: every other difference is a failure. */
export const UNBUILT: readonly Unbuilt[] = [
  { files: /netlookupipaddr/, reason: "impure: asks a name server" },
  { files: /graphql/, reason: "may: the GraphQL builtins are declared and unavailable" },
  { files: /x509|cryptoparsersaprivatekeys/, reason: "may: certificates and private keys are not parsed" },
  { files: /jsonschema/, reason: "may: JSON Schema is declared and unavailable" },
  { files: /providers-aws/, reason: "may: requests to AWS are not signed" },
  { files: /rendertemplate/, reason: "may: Go's text templates are not rendered" },
  { files: /regoparsemodule/, reason: "may: OPA's syntax tree as JSON is not built" },
];

/** The reason why a file's cases may fail, or undefined. */
export const reasonFor = (file: string): string | undefined => UNBUILT.find(({ files }) => files.test(file))?.reason;
