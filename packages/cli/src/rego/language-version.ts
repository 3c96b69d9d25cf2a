/** Which version of Rego the command line asks for. */
export interface VersionFlags {
  readonly v0Compatible?: boolean;
  readonly v1Compatible?: boolean;
}

/** The version of Rego that modules and queries are read in: v1 unless `--v0-compatible` is given, which wins. */
export const languageVersion = ({ v0Compatible }: VersionFlags): "v0" | "v1" => (v0Compatible === true ? "v0" : "v1");
