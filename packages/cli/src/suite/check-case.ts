import { applyPatch, checkAssertion, createPatch, type Outcome } from "@ostiary/gatekeeper";
import { createRe2Engine } from "@ostiary/rego";
import { createTwoFilesPatch, OMIT_HEADERS } from "diff";
import { printBlock } from "../mutate/print-value.js";
import type { Verdict } from "./case-judge.js";
import { asJson, type FoundViolation, type SelectiveAssertion, type SuiteCase } from "./suite-model.js";

const REGEX = createRe2Engine();

/**
 * Holds what a case expects against what came of it.
 *
 * @param expected - the object that `expectObject` stands for
 * @returns why it does not pass, one reason for each expectation that is not met
 */
export const checkCase = (one: SuiteCase, verdict: Verdict, expected: unknown): readonly string[] => {
  const miscounted = one.assertions.flatMap((assertion) => checkSelection(assertion, verdict.violations));
  return [
    ...miscounted,
    ...(miscounted.length === 0 ? [] : [listViolations(verdict.violations)]),
    ...(one.expectObject === undefined ? [] : checkObject(expected, verdict)),
    ...(one.expectPatch === undefined ? [] : checkPatch(one.expectPatch, verdict)),
  ];
};

const checkSelection = (assertion: SelectiveAssertion, violations: readonly FoundViolation[]): readonly string[] => {
  const selected = violations.filter((violation) => isSelected(assertion, violation));
  const fault = checkAssertion(
    assertion,
    selected.map(({ message }) => message),
    REGEX,
  );
  if (fault === undefined) return [];
  // What was found is told once, and with more than the messages.
  const message = fault.message.replace(GOT_MESSAGES, "");
  const { policy, rule, action } = assertion;
  const selection = Object.entries({ policy, rule, action }).filter(([, value]) => value !== undefined);
  return [selection.length === 0 ? message : `${message} (of ${selection.map((pair) => pair.join(" ")).join(", ")})`];
};

const GOT_MESSAGES = /: got messages \[[\s\S]*\]$/;

const listViolations = (violations: readonly FoundViolation[]): string => {
  if (violations.length === 0) return "no violations were found";
  const lines = violations.map(({ action, rule, policy, message }) => `  ${action} ${rule} ${policy}: ${message}`);
  return ["found:", ...lines].join("\n");
};

const isSelected = ({ policy, rule, action }: SelectiveAssertion, found: FoundViolation): boolean =>
  (policy === undefined || policy === found.policy || policy === found.constraint) &&
  (rule === undefined || rule === found.rule) &&
  (action === undefined || action === found.action);

const checkObject = (expected: unknown, { mutation }: Verdict): readonly string[] => {
  if (mutation === undefined) return [NO_MUTATORS];
  if (createPatch(mutation.after, asJson(expected)).length === 0) return [];
  return [`the mutated object is another one:\n${describeDifference(expected, mutation.after)}`];
};

const NO_MUTATORS = "the case expects something of mutators, and has none";

const checkPatch = (patch: NonNullable<SuiteCase["expectPatch"]>, { mutation }: Verdict): readonly string[] => {
  if (mutation === undefined) return [NO_MUTATORS];
  const wanted: Outcome<unknown> = applyPatch(mutation.before, patch);
  if (!wanted.ok) return [`\`expectPatch\` cannot be applied to the object: ${wanted.error.message}`];
  if (createPatch(mutation.after, asJson(wanted.value)).length === 0) return [];
  return [`the patch makes another object than the mutators:\n${describeDifference(wanted.value, mutation.after)}`];
};

const CONTEXT = 2;

const describeDifference = (expected: unknown, got: unknown): string => {
  const [one, other] = [expected, got].map((value) => `${printBlock(asJson(value), { lists: "indented" })}\n`);
  const patch = createTwoFilesPatch("expected", "got", one ?? "", other ?? "", undefined, undefined, {
    context: CONTEXT,
    headerOptions: OMIT_HEADERS,
  });
  return patch.trimEnd();
};
