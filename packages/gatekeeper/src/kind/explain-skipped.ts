import type { Json } from "@ostiary/core";
import { compileCriteria } from "@ostiary/core/match";
import { ObjectView, Reading } from "@ostiary/rules";
import type { MatchableReview } from "../client/match-review.js";

/** What does not hold, by the part of the match block. */
const NOTES: Readonly<Record<string, string>> = {
  kinds: "its `match.kinds` does not name the kind",
  scope: "its `match.scope` leaves the object out",
  namespaces: "its `match.namespaces` does not name the namespace",
  excludedNamespaces: "its `match.excludedNamespaces` names the namespace",
  labelSelector: "its `match.labelSelector` does not select the object",
  namespaceSelector: "its `match.namespaceSelector` does not select the namespace",
  name: "its `match.name` does not fit the name",
  source: "its `match.source` is another one",
};

/** What keeps a constraint away when its match block does not: where, or at which operations, it is enforced. */
const ELSEWHERE = "it is not enforced here";

/**
 * Tells for people why a constraint was not held against an object: the part of its match block that does not hold; of several
 * objects, such as a workload and its pod, for the one that came furthest.
 *
 * @param constraint - the document
 * @param reviews - what the match block was held against
 */
export const explainSkipped = (constraint: Json, reviews: readonly MatchableReview[]): string => {
  const match = ObjectView.root(new Reading(), constraint, []).object("spec").object("match");
  const criteria = compileCriteria(match);
  const failing = reviews.flatMap(({ targets, namespace, source }) =>
    targets.map((target) => criteria.findIndex(({ holds }) => holds(target, namespace, source) === false)),
  );
  const furthest = failing.includes(-1) ? undefined : criteria[Math.max(...failing)];
  return (furthest && NOTES[furthest.name]) ?? ELSEWHERE;
};
