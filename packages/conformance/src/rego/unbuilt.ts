/** Why the cases of a group may differ: the specification lets the engine leave something out. */
export interface Unbuilt {
  /** Matches the names of the groups' files. */
  readonly files: RegExp;
  readonly reason: string;
}

/** What is not built, or cannot be built without a host: every other difference is a failure. */
export const UNBUILT: readonly Unbuilt[] = [
  { files: /x509parse(?!rsaprivatekey)/, reason: "may: certificates, requests and key pairs are not parsed" },
];

/** The reason why the cases of a file may fail, or undefined. */
export const reasonFor = (file: string): string | undefined => UNBUILT.find(({ files }) => files.test(file))?.reason;
