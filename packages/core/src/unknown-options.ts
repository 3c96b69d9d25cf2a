import type { Problem } from "./decision.js";
import { refuseOption } from "./invalid-option.js";

/** The names of all options that there are: whoever adds one to a type has to add it here. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/**
 * Refuses options that do not exist, for what is misspelt would be as if it had never been said. What is inherited is none.
 *
 * @param options - as callers in JavaScript hand them in; `null` and `undefined` are no options
 * @param known - the names of those that there are
 * @param owner - the option that holds them, where they are not options of their own
 */
export const findUnknownOptions = (
  options: unknown,
  known: Readonly<Record<string, true>>,
  owner?: string,
): readonly Problem[] => {
  if (options === undefined || options === null) return [];
  if (typeof options !== "object") return [refuseOption(owner ?? "options", options, "an object")];
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(known, name));
  return unknown.map((name) => refuseUnknown(owner === undefined ? name : `${owner}.${name}`, known));
};

const refuseUnknown = (name: string, known: object): Problem => ({
  code: "invalid-option",
  message: `unknown option \`${name}\`: expected one of ${Object.keys(known).sort().join(", ")}`,
  effect: "deny",
});
