import { Option } from "commander";
import { type AddCommand, addIgnore, addVersions } from "./command-options.js";

const CHECK_HELP = `
Exit codes:
  0  nothing to say
  1  errors, or no policies
  2  a wrong call

Errors are told on standard error, each with its line.

Examples:
  ostiary rego check policies/
  ostiary rego check --strict --format json policy.rego`;

/** Adds `rego check`. */
export const addCheck: AddCommand = (rego, surroundings, finish) => {
  addVersions(addIgnore(rego.command("check")))
    .summary("check policies for errors")
    .description("Parses and compiles policies together, and tells their errors.")
    .argument("[path...]", "files and folders; other files than .rego are passed over in folders")
    .addOption(new Option("-f, --format <format>", "form of the errors").choices(["pretty", "json"]).default("pretty"))
    .option("-b, --bundle", "the paths are folders that are bundles")
    .option("-S, --strict", "refuse what is unused, deprecated or hardly meant")
    .addHelpText("after", CHECK_HELP)
    .action(async (paths, flags) => {
      const { regoCheck } = await import("../commands/rego-check.js");
      finish(regoCheck(paths, flags, surroundings));
    });
};
