import { type AddCommand, addSources } from "./command-flags.js";

const EXPAND_HELP = `
Exit codes:
  0  everything could be expanded
  1  something is wrong with the input or the call

Examples:
  ostiary gator expand -n deployment.yaml -n expansions.yaml
  ostiary gator expand -n manifests/ --format json --outputfile pods.json`;

/** Adds `gator expand`. */
export const addExpand: AddCommand = (gator, surroundings, finish) => {
  addSources(gator.command("expand"), "n")
    .summary("print what objects would create in a cluster")
    .description("Prints what objects would create in a cluster, by the ExpansionTemplates and mutators among them.")
    .option("-f, --format <format>", "yaml or json (default: yaml)")
    .option("-o, --outputfile <file>", "where to write; what is there is overwritten")
    .addHelpText("after", EXPAND_HELP)
    .allowExcessArguments(false)
    .action(async (flags) => {
      const { gatorExpand } = await import("../commands/gator-expand.js");
      finish(await gatorExpand(flags, surroundings));
    });
};
