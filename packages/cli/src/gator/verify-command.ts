import { type AddCommand, addCelFlags } from "./command-flags.js";

const VERIFY_HELP = `
Exit codes:
  0  all tests passed, or were skipped
  1  a test or a case failed, or something is wrong with the suites or the call

Examples:
  ostiary gator verify tests/suite.yaml
  ostiary gator verify tests/... --run 'required-labels//'    only tests of that name
  ostiary gator verify tests/... --run '//^no-labels$' -v     only cases of that name`;

/** Adds `gator verify`. */
export const addVerify: AddCommand = (gator, surroundings, finish) => {
  addCelFlags(gator.command("verify"))
    .summary("run suites of tests")
    .description("Runs the suites of tests in a file, a folder, or with /... behind it a folder and all below.")
    .argument("[path...]", "one file or folder; folder/... for all below")
    .option("-r, --run <filter>", "regular expression for names of tests or cases; test//case for both")
    .option("-v, --verbose", "tell of everything, and print what rules print")
    .option("-t, --trace", "tell how rules in Rego were evaluated")
    .addHelpText("after", VERIFY_HELP)
    .action(async (paths, flags) => {
      const { gatorVerify } = await import("../commands/gator-verify.js");
      finish(gatorVerify(paths, flags, surroundings));
    });
};
