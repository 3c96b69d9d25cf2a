import { parseArgs } from "node:util";

/** What the command was asked to do. */
export interface Command {
  /** The suites to run; none for all. */
  readonly suites: readonly string[];
  /** Where the counts go as JSON. */
  readonly json: string | undefined;
}

/** Reads the arguments of `pnpm conformance [SUITE…] [--json FILE]`; a text says what is wrong with them. */
export const parseCommandLine = (args: readonly string[]): Command | string => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: "string" } },
      allowPositionals: true,
    });
    return { suites: positionals, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
