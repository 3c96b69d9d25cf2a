import type { Action, PolicyRef } from "@ostiary/core";
import type { CheckedObject, PositionedProblem, PositionedViolation } from "./checked-object.js";
import { ACTIONS } from "./distinct-violations.js";
import { titleConstraint, titleObject, titlePolicy } from "./object-title.js";
import { describePlace, listPlaces } from "./place-list.js";
import type { FileProblem, Renderer } from "./renderer.js";
import { escapeXmlText, writeAttributes } from "./xml-text.js";

/** How JUnit XML is made. */
export interface JunitOptions {
  /** The mildest action that makes a test fail; milder violations are told in its output. Default: `deny`. */
  readonly failOn?: Action;
}

/** A test case, and what became of it. */
interface TestCase {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "error" | "skipped";
  readonly message?: string;
  readonly type?: string;
  readonly text?: string;
}

/**
 * Creates the renderer for JUnit XML: a test suite for each object, with a test case for each policy that applies to it and
 * an error for each problem. An object to which no policy applies is a skipped test, a problem with a file a suite with one
 * error. Times are left out: nothing here reads a clock.
 */
export const createJunitRenderer = ({ failOn = "deny" }: JunitOptions = {}): Renderer => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary check">\n',
  object: (entry) =>
    renderSuite(`${entry.file}:${entry.line} ${titleObject(entry)}`, entry.file, listTests(entry, failOn)),
  problem: (problem) => renderSuite(problem.file, problem.file, [describeFileProblem(problem)]),
  end: () => "</testsuites>\n",
});

const listTests = (entry: CheckedObject, failOn: Action): readonly TestCase[] => {
  const { considered, problems, violations } = entry.decision;
  const tests = [
    ...problems.map(describeProblem),
    ...considered.flatMap(({ policy, outcome, note }): readonly TestCase[] => {
      const broken = violations.filter((violation) => isSame(violation.policy, policy));
      if (outcome === "applied") return [describePolicy(policy, broken, entry, failOn)];
      return [{ name: titlePolicy(policy), outcome: "skipped", ...(note !== undefined && { message: note }) }];
    }),
  ];
  return tests.length > 0 ? tests : [{ name: "policies", outcome: "skipped", message: "no policy applies" }];
};

const isSame = (left: PolicyRef, right: PolicyRef): boolean =>
  left.kind === right.kind && left.name === right.name && left.version === right.version;

const describePolicy = (
  policy: PolicyRef,
  broken: readonly PositionedViolation[],
  entry: CheckedObject,
  failOn: Action,
): TestCase => {
  const name = titlePolicy(policy);
  if (broken.length === 0) return { name, outcome: "passed" };
  const fails = broken.some(({ action }) => ACTIONS.indexOf(action) <= ACTIONS.indexOf(failOn));
  return {
    name,
    outcome: fails ? "failed" : "passed",
    type: broken[0]?.action ?? "",
    message: broken.map(({ message }) => message).join("; "),
    text: broken.flatMap((violation) => describeViolation(violation, entry)).join("\n"),
  };
};

const describeViolation = (violation: PositionedViolation, entry: CheckedObject): readonly string[] => [
  `${violation.action} ${violation.rule}${nameConstraint(violation)}: ${violation.message}`,
  ...listPlaces({ violation }, entry).map((place) => `  ${describePlace(entry, place)}`),
];

const nameConstraint = ({ constraint }: PositionedViolation): string =>
  constraint === undefined ? "" : ` (${titleConstraint(constraint)})`;

const describeProblem = ({ code, message, effect }: PositionedProblem): TestCase => ({
  name: code,
  outcome: effect === "deny" ? "error" : "passed",
  type: code,
  message,
  text: message,
});

const describeFileProblem = ({ line, column, message, severity, code = "unreadable" }: FileProblem): TestCase => {
  const place = [line, column].filter((part) => part !== undefined).join(":");
  const text = place === "" ? message : `${place}: ${message}`;
  return { name: code, outcome: severity === "error" ? "error" : "passed", type: code, message: text, text };
};

const renderSuite = (name: string, file: string, tests: readonly TestCase[]): string => {
  const countOf = (outcome: TestCase["outcome"]): number => tests.filter((test) => test.outcome === outcome).length;
  const counts = {
    tests: tests.length,
    failures: countOf("failed"),
    errors: countOf("error"),
    skipped: countOf("skipped"),
  };
  const cases = tests.map((test) => renderTest(test, name, file)).join("");
  return `  <testsuite${writeAttributes({ name, file, ...counts })}>\n${cases}  </testsuite>\n`;
};

const renderTest = (test: TestCase, classname: string, file: string): string => {
  const start = `    <testcase${writeAttributes({ name: test.name, classname, file })}`;
  const content = renderOutcome(test);
  return content === "" ? `${start}/>\n` : `${start}>\n      ${content}\n    </testcase>\n`;
};

const renderOutcome = ({ outcome, type, message, text = "" }: TestCase): string => {
  switch (outcome) {
    case "passed":
      return text === "" ? "" : `<system-out>${escapeXmlText(text)}</system-out>`;
    case "skipped":
      return `<skipped${writeAttributes({ message })}/>`;
    case "failed":
      return `<failure${writeAttributes({ type, message })}>${escapeXmlText(text)}</failure>`;
    case "error":
      return `<error${writeAttributes({ type, message })}>${escapeXmlText(text)}</error>`;
  }
};
