import { Option } from "commander";
import { type AddCommand, addVersions } from "./command-options.js";

const FMT_HELP = `
Exit codes:
  0  formatted
  2  a file cannot be read, parsed or written; there are no policies; with --fail: a file would change

The text is printed, unless a file is overwritten, a list or a difference is asked for. Comments stay. A result that would not
be the same policy is an error, and the file is left alone.

Examples:
  ostiary rego fmt policy.rego
  ostiary rego fmt --list --fail policies/
  ostiary rego fmt --write policies/
  ostiary rego fmt --v0-v1 --write old/         from Rego v0 to what v0 and v1 read alike
  ostiary rego fmt < policy.rego`;

/** Adds `rego fmt`. */
export const addFmt: AddCommand = (rego, surroundings, finish) => {
  addVersions(rego.command("fmt"))
    .summary("print policies in their canonical form")
    .description("Prints policies in their canonical form.")
    .argument("[path...]", "files, and folders for every .rego file in them; none: standard input")
    .option("-w, --write", "overwrite the files")
    .option("-l, --list", "print only the names of the files that would change")
    .option("-d, --diff", "print only what would change")
    .option("--v0-v1", "read Rego v0, and write what v0 and v1 read alike")
    .addOption(new Option("--rego-v1", "the same as --v0-v1").hideHelp())
    .option("--fail", "exit with 2 when a file would change")
    .addHelpText("after", FMT_HELP)
    .action(async (paths, flags) => {
      const { regoFmt } = await import("../commands/rego-fmt.js");
      finish(await regoFmt(paths, flags, surroundings));
    });
};
