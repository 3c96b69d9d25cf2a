import { type Diagnostic, type DiagnosticCode, diagnose } from "./syntax/diagnostic.js";
import { nowhere } from "./syntax/location.js";

/** Of each option there is, the words that it can be; `undefined` where it can be anything. */
export type OptionWords<Options> = { readonly [Name in keyof Required<Options>]: readonly string[] | undefined };

/**
 * Options that do not exist or are none of the words that they can be. Callers in JavaScript have no types to keep to, and what is
 * misspelt would be as if it had never been said: `inputs` for `input` leaves a policy without anything to deny.
 */
export function optionFaults(
  options: object,
  known: Readonly<Record<string, readonly string[] | undefined>>,
  code: DiagnosticCode,
): readonly Diagnostic[] {
  let faults = noFaults;
  // Asked before each evaluation, and nearly always in vain: nothing is made for options that are right.
  for (const name of Object.keys(options)) {
    const message = Object.hasOwn(known, name) ? wordFault(name, options, known[name]) : unknownOption(name, known);
    if (message !== undefined) faults = [...faults, diagnose(code, message, nowhere(""))];
  }
  return faults;
}

const noFaults: readonly Diagnostic[] = [];

const unknownOption = (name: string, known: object): string =>
  `unknown option \`${name}\`: expected one of ${Object.keys(known).sort().join(", ")}`;

function wordFault(name: string, options: object, words: readonly string[] | undefined): string | undefined {
  if (words === undefined) return undefined;
  const value: unknown = Reflect.get(options, name);
  return value === undefined || words.some((word) => word === value)
    ? undefined
    : `option \`${name}\`: expected one of ${words.join(", ")}`;
}
