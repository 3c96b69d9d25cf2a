/** Why the cases of a group may differ: the specification lets the engine leave something out. */
export interface Unbuilt {
  /** Matches the names of the groups' files. */
  readonly files: RegExp;
  /** The only case of them that may differ; absent: all. */
  readonly id?: string;
  readonly reason: string;
}

/** What is not built, or cannot be built without a host: every other difference is a failure. */
export const UNBUILT: readonly Unbuilt[] = [
  { files: /netlookupipaddr/, reason: "impure: asks a name server" },
  { files: /graphql/, reason: "may: the GraphQL builtins are declared and unavailable" },
  { files: /x509|cryptoparsersaprivatekeys/, reason: "may: certificates and private keys are not parsed" },
  { files: /jsonschema/, reason: "may: JSON Schema is declared and unavailable" },
  { files: /rendertemplate/, reason: "may: Go's text templates are not rendered" },
  { files: /regoparsemodule/, reason: "may: OPA's syntax tree as JSON is not built" },
  {
    files: /^random/,
    id: "random-1-58",
    reason: "unknown: two rules fail, one of them with a strict error; OPA tells of the other one",
  },
];

/** The reason why a case of a file may fail, or undefined. */
export const reasonFor = (file: string, caseId: string): string | undefined =>
  UNBUILT.find(({ files, id = caseId }) => files.test(file) && id === caseId)?.reason;
