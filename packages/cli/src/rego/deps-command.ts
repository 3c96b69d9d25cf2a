import { Option } from "commander";
import { type AddCommand, addPaths, addVersions } from "./command-options.js";

const DEPS_HELP = `
Exit codes:
  0  found
  1  errors
  2  a wrong call

Examples:
  ostiary rego deps -d policy.rego data.example.allow
  ostiary rego deps -d policies/ --format json 'data.example.deny[_]'`;

/** Adds `rego deps`. */
export const addDeps: AddCommand = (rego, surroundings, finish) => {
  addVersions(addPaths(rego.command("deps")))
    .summary("print the documents that a query depends on")
    .description(
      "Prints what a query reads: base documents, which come from outside, and virtual documents, which are rules.",
    )
    .argument("<query>", "e.g. data.example.allow")
    .addOption(new Option("-f, --format <format>", "form of the list").choices(["pretty", "json"]).default("pretty"))
    .addHelpText("after", DEPS_HELP)
    .action(async (query, flags) => {
      const { regoDeps } = await import("../commands/rego-deps.js");
      finish(regoDeps(query, flags, surroundings));
    });
};
