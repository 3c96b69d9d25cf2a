import { type FieldPath, formatFieldPath } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import { EXCEPTION_RISKS, type ExceptionRisk } from "./exception-risks.js";
import type { LintFinding } from "./lint-rule.js";
import { decideExcepted, type ExceptionDocument, outcomeOf } from "./try-out.js";
import { type ExceptionSurroundings, findUnasked, findUnneededParts } from "./unneeded-part.js";

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
  const unneeded = [...findUnasked(exception, surroundings), ...findUnneededParts(exception, surroundings)];
  return firstOfEachPlace([...risks, ...unneeded.map((finding) => ({ ...finding, code: "exception-not-needed" }))]);
};

/** What is said of a place, said once: the first finding says most. */
const firstOfEachPlace = (findings: readonly ExceptionFinding[]): readonly ExceptionFinding[] => {
  const byPlace = new Map<string, ExceptionFinding>();
  for (const finding of findings) {
    const place = formatFieldPath(finding.path);
    if (!byPlace.has(place)) byPlace.set(place, finding);
  }
  return [...byPlace.values()];
};

const describe = (
  exception: ExceptionDocument,
  { code, message, object, standard = "baseline" }: ExceptionRisk,
  path: FieldPath,
  release: Release,
): ExceptionFinding => {
  const naming = object(exception, path);
  const outcome = outcomeOf(decideExcepted(naming, exception, release, standard));
  return { code, message, path: ["spec", ...path], evidence: { object: naming, outcome } };
};
