import { createRe2Engine, type RegexEngine } from "@ostiary/rego";
import { goQuote } from "@ostiary/rules";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";

/** What a case says of its violations. All that is said must hold. */
export interface Assertion {
  /** `yes`: at least one; `no`: none; a number: exactly so many. Any other text is a fault when the assertion is checked. */
  readonly violations: string | number;
  /** A regular expression in RE2's syntax that the messages counted contain; `undefined` to count all. */
  readonly message?: string;
}

const WRONG_COUNT = 'assertion.violation, if set, must be a nonnegative integer, "yes", or "no"';

/**
 * Counts the violations that an assertion is about, whatever their enforcement action, and compares. A message that is no
 * regular expression is noticed only when there is a violation to hold it against.
 *
 * @param messages - of all violations
 * @param regex - what compiles the regular expression; whoever checks much keeps one
 * @returns why the assertion does not hold, in gator's words
 * @source gatekeeper, pkg/gator/verify/assertion.go
 */
export const checkAssertion = (
  assertion: Assertion,
  messages: readonly string[],
  regex: RegexEngine = createRe2Engine(),
): Fault | undefined => {
  const matching = countMatches(assertion.message, messages, regex);
  if (!matching.ok) return matching.error;
  const fault = judgeCount(assertion, matching.value);
  return fault && { ...fault, message: `${fault.message}: got messages [${messages.join(" ")}]` };
};

const countMatches = (
  pattern: string | undefined,
  messages: readonly string[],
  regex: RegexEngine,
): Outcome<number> => {
  if (pattern === undefined || messages.length === 0) return succeed(messages.length);
  const compiled = regex.compile(pattern);
  if (compiled.ok) return succeed(messages.filter((message) => compiled.regex.test(message)).length);
  return fail("invalid-regex", `message contains invalid regular expression: ${compiled.message}`);
};

const judgeCount = ({ violations, message }: Assertion, matching: number): Fault | undefined => {
  const wanted = describeWanted(violations);
  if (wanted === undefined) return { code: "invalid-yaml", message: `invalid yaml: ${WRONG_COUNT}` };
  if (isWanted(violations, matching)) return undefined;
  const containing = message === undefined ? "" : ` containing ${goQuote(message)}`;
  return {
    code: "number-of-violations",
    message: `unexpected number of violations: got ${matching} violations${containing} but want ${wanted}`,
  };
};

const describeWanted = (violations: string | number): string | undefined => {
  if (typeof violations === "number") return violations < 0 ? undefined : `exactly ${violations}`;
  if (violations === "yes") return "at least 1";
  return violations === "no" ? "none" : undefined;
};

const isWanted = (violations: string | number, matching: number): boolean => {
  if (typeof violations === "number") return matching === violations;
  return violations === "yes" ? matching > 0 : matching === 0;
};
