import { type Command, CommanderError } from "commander";
import { EXIT_CODE, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";
import { addExpand } from "./expand-command.js";
import { addSync } from "./sync-command.js";
import { addTest } from "./test-command.js";
import { describeUsageError } from "./usage-error.js";
import { addVerify } from "./verify-command.js";

const GATOR_HELP = `
Flags, outputs and exit codes are those of gator of Gatekeeper 3.23; where gator's flags differ between its commands, so do these.
Not there: gator bench, gator policy, images (--image), statistics (--stats). Traces have the form of OPA's, not of its steps.

Examples:
  ostiary gator verify ./...                           run all suites below the working directory
  kustomize build . | ostiary gator test -f policies/  judge what an overlay comes to`;

/** Adds `gator` with its sub-commands, which are named and called as gator's are. */
export const addGator = (program: Command, surroundings: Surroundings, finish: (code: ExitCode) => void): void => {
  const gator = program
    .command("gator")
    .summary("test policies of Gatekeeper, as its command gator does")
    .description(
      "Tests templates, constraints and expansions of Gatekeeper without gator, which can be replaced by these commands as it is.",
    )
    .showSuggestionAfterError(false)
    .showHelpAfterError(false)
    .configureOutput({ outputError: (text, write) => write(describeUsageError(text)) })
    .exitOverride((error) => {
      if (error.exitCode === 0) throw error;
      // A wrong call of gator fails like anything else.
      finish(EXIT_CODE.violations);
      throw new CommanderError(EXIT_CODE.clean, error.code, error.message);
    })
    .addHelpText("after", GATOR_HELP);
  for (const add of [addVerify, addTest, addExpand, addSync]) add(gator, surroundings, finish);
};
