import { type AddCommand, addCelFlags, addSources } from "./command-flags.js";

const TEST_HELP = `
Exit codes:
  0  nothing is refused; violations with other actions than deny are only told
  1  a violation denies, or something is wrong with the input or the call

Every object is judged by the templates and constraints among all of them, and read by them as data.inventory; ExpansionTemplates,
mutators and Namespaces among them hold too. Standard input is read unless it is a terminal. YAML is read as Kubernetes does.

Examples:
  ostiary gator test -f manifests/ -f policies/
  helm template shop | ostiary gator test -f policies/ --output json`;

/** Adds `gator test`. */
export const addTest: AddCommand = (gator, surroundings, finish) => {
  addCelFlags(addSources(gator.command("test"), "f"))
    .summary("judge objects by templates and constraints")
    .description("Judges objects by the templates and constraints among them.")
    .option("-o, --output <format>", "json or yaml; anything else, and nothing, is text")
    .option("--deny-only", "print only violations that deny")
    .option("-t, --trace", "tell how rules in Rego were evaluated")
    .option("--stats", "leave a place for statistics, which are not gathered")
    .option("-v, --verbose", "print what rules print")
    .addHelpText("after", TEST_HELP)
    .allowExcessArguments(false)
    .action(async (flags) => {
      const { gatorTest } = await import("../commands/gator-test.js");
      finish(await gatorTest(flags, surroundings));
    });
};
