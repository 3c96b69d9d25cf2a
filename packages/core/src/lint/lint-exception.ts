import { type FieldPath, formatFieldPath } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import { EXCEPTION_RISKS, type ExceptionRisk } from "./exception-risks.js";
import type { LintFinding } from "./lint-rule.js";
import { decideExcepted, type ExceptionDocument, outcomeOf } from "./try-out.js";
import { type ExceptionSurroundings, findUnneededParts } from "./unneeded-part.js";

/** A finding about an exception, with the name of its kind. */
export interface ExceptionFinding extends LintFinding {
  readonly code: string;
}

/**
 * Finds what an exception opens and hardly should, what it seems to open and does not, and what nobody needs.
 *
 * @param exception - a SecurityPolicyException that the API server takes
 */
export const lintException = (
  exception: ExceptionDocument,
  surroundings: ExceptionSurroundings,
): readonly ExceptionFinding[] => {
  const { release } = surroundings;
  const risks = EXCEPTION_RISKS[release].flatMap((risk) =>
    risk.find(exception.spec).map((path) => describe(exception, risk, path, release)),
  );
  const known = new Set(risks.map(({ path }) => formatFieldPath(path)));
  const unneeded = findUnneededParts(exception, surroundings).filter(({ path }) => !known.has(formatFieldPath(path)));
  return [...risks, ...unneeded.map((finding) => ({ ...finding, code: "exception-not-needed" }))];
};

const describe = (
  exception: ExceptionDocument,
  { code, message, object }: ExceptionRisk,
  path: FieldPath,
  release: Release,
): ExceptionFinding => {
  const naming = object(exception, path);
  const outcome = outcomeOf(decideExcepted(naming, exception, release, "baseline"));
  return { code, message, path: ["spec", ...path], evidence: { object: naming, outcome } };
};
