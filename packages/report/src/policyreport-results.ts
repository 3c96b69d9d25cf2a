import { type Consideration, formatFieldPath, type PolicyRef } from "@ostiary/core";
import type { CheckedObject, PositionedProblem, PositionedViolation } from "./checked-object.js";
import { titleConstraint, titlePolicy } from "./object-title.js";
import type { FileProblem } from "./renderer.js";
import { clip, showControls } from "./visible-text.js";

/** A result of a policy report. */
export interface Result {
  readonly source: "ostiary";
  readonly policy: string;
  readonly rule?: string;
  readonly category?: string;
  readonly result: "pass" | "fail" | "warn" | "error" | "skip";
  /** Whether the result counts. */
  readonly scored: boolean;
  readonly message?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/** What a decision comes to: a result for each problem, each violation, and each policy that was not broken. */
export const listResults = ({ decision, file }: CheckedObject): readonly Result[] => [
  ...decision.problems.map(describeProblem),
  ...decision.violations.map((violation) => describeViolation(violation, file)),
  ...decision.considered.flatMap((consideration) => describeUnbroken(consideration, decision.violations)),
];

const nameOf = (policy: PolicyRef) => ({
  policy: plain(titlePolicy(policy)),
  category: plain(policy.kind),
});

const describeViolation = (
  { policy, rule, action, message, findings, constraint }: PositionedViolation,
  file: string,
): Result => ({
  source: "ostiary",
  ...nameOf(policy),
  rule: plain(rule),
  result: action === "deny" ? "fail" : "warn",
  scored: action === "deny",
  message: plain(message),
  properties: {
    ...describePlaces(findings, file),
    ...(constraint !== undefined && { constraint: plain(titleConstraint(constraint)) }),
  },
});

const describePlaces = (findings: PositionedViolation["findings"], file: string): Readonly<Record<string, string>> => {
  const lines = findings.flatMap(({ position }) => (position === undefined ? [] : [position.line]));
  return {
    file: plain(file),
    ...(lines.length > 0 && { lines: clip([...new Set(lines)].join(", ")) }),
    ...(findings.length > 0 && { paths: plain(findings.map(({ path }) => formatFieldPath(path)).join(", ")) }),
  };
};

/** A policy that was not broken: it passed, or did not concern the object. */
const describeUnbroken = (
  { policy, outcome, note }: Consideration,
  violations: readonly PositionedViolation[],
): readonly Result[] => {
  const title = titlePolicy(policy);
  if (violations.some((violation) => titlePolicy(violation.policy) === title)) return [];
  const base = { source: "ostiary", ...nameOf(policy), scored: outcome === "applied" } as const;
  if (outcome === "applied") return [{ ...base, result: "pass" }];
  return [{ ...base, result: "skip", ...(note !== undefined && { message: plain(note) }) }];
};

const describeProblem = ({ code, message, effect }: PositionedProblem): Result => ({
  source: "ostiary",
  policy: "readable",
  rule: plain(code),
  result: effect === "deny" ? "error" : "warn",
  scored: false,
  message: plain(message),
});

/** What a problem with a file comes to. */
export const describeFileProblem = ({
  file,
  line,
  column,
  message,
  severity,
  code = "unreadable",
}: FileProblem): Result => ({
  source: "ostiary",
  policy: "readable",
  rule: plain(code),
  result: severity === "error" ? "error" : "warn",
  scored: false,
  message: plain(message),
  properties: {
    file: plain(file),
    ...(line !== undefined && { line: String(line) }),
    ...(column !== undefined && { column: String(column) }),
  },
});

/** A cluster stores what it is sent: nothing that acts on a terminal, and nothing endless. */
export const plain = (text: string): string => showControls(clip(text));
