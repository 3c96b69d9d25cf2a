import type { Command } from "commander";
import type { Surroundings } from "../surroundings.js";
import { addCheck } from "./check-command.js";
import type { Finish } from "./command-options.js";
import { addDeps } from "./deps-command.js";
import { addEval } from "./eval-command.js";
import { addFmt } from "./fmt-command.js";
import { addParse } from "./parse-command.js";
import { addTest } from "./test-command.js";

/** Adds `rego` with its sub-commands, which are named and called as OPA's are. */
export const addRego = (program: Command, surroundings: Surroundings, finish: Finish): void => {
  const rego = program
    .command("rego")
    .summary("evaluate, check, format and test policies in Rego, as OPA's commands do")
    .description(
      "Evaluates, checks, formats and tests policies in Rego without OPA; options, outputs and exit codes are those of the\n" +
        "commands of OPA with the same names.",
    );
  for (const add of [addEval, addCheck, addFmt, addTest, addParse, addDeps]) add(rego, surroundings, finish);
};
