import { createClient, regoEngine } from "@ostiary/gatekeeper";
import { compare } from "../compare.js";
import type { Outcome } from "../suite.js";
import { type Fields, listOf } from "./case.js";

/** Compares what is said about a ConstraintTemplate with what Gatekeeper's client says, word for word. */
export const judgeTemplate = (fields: Fields): Outcome => {
  const disabledBuiltins = listOf(fields["disabled_builtins"]).filter((name) => typeof name === "string");
  const { templateFaults } = createClient(
    { templates: [fields["template"]], constraints: [], data: [] },
    { engines: [regoEngine({ disabledBuiltins })] },
  );
  const message = templateFaults[0]?.message;
  const isUnordered = fields["unordered"] === true;
  const arrange = (text: unknown) => (isUnordered && typeof text === "string" ? text.split("\n").sort() : text);
  return compare(
    { accepted: message === undefined, message: arrange(message) },
    { accepted: fields["accepted"], message: arrange(fields["message"]) },
  );
};
