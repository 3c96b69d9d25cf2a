import { Option } from "commander";
import { type AddCommand, addVersions } from "./command-options.js";

const PARSE_HELP = `
Exit codes:
  0  parsed
  1  errors, which are told as JSON on standard error
  2  a wrong call

Examples:
  ostiary rego parse policy.rego
  ostiary rego parse --format json policy.rego`;

/** Adds `rego parse`. */
export const addParse: AddCommand = (rego, surroundings, finish) => {
  addVersions(rego.command("parse"))
    .summary("print the syntax tree of a policy")
    .description("Parses one policy and prints its syntax tree.")
    .argument("<path>", "a file, or - for standard input")
    .addOption(new Option("-f, --format <format>", "form of the tree").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", PARSE_HELP)
    .action(async (path, flags) => {
      const { regoParse } = await import("../commands/rego-parse.js");
      finish(await regoParse(path, flags, surroundings));
    });
};
