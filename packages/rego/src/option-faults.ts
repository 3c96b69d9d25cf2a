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
  const faults: Diagnostic[] = [];
  for (const [name, value] of Object.entries(options)) {
    const message = Object.hasOwn(known, name) ? wordFault(name, value, known[name]) : unknownOption(name, known);
    if (message !== undefined) faults.push(diagnose(code, message, nowhere("")));
  }
  return faults;
}

const unknownOption = (name: string, known: object): string =>
  `unknown option \`${name}\`: expected one of ${Object.keys(known).sort().join(", ")}`;

const wordFault = (name: string, value: unknown, words: readonly string[] | undefined): string | undefined =>
  value === undefined || words === undefined || words.some((word) => word === value)
    ? undefined
    : `option \`${name}\`: expected one of ${words.join(", ")}`;
