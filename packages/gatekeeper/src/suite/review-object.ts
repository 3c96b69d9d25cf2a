import type { Json } from "@ostiary/core";
import type { ClientResult, ClientReview, GatekeeperClient } from "../client/gatekeeper-client.js";
import { objectRequest } from "../engine/object-request.js";
import { implyResults } from "../expansion/implied-results.js";
import type { ObjectExpander } from "../expansion/object-expander.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { printObjectTitle, readObjectName } from "./object-title.js";

/** What an object is reviewed with. */
export interface ObjectReview extends Pick<ClientReview, "namespaceObject" | "inventory"> {
  readonly client: GatekeeperClient;
  /** `undefined` when nothing is expanded. */
  readonly expander: ObjectExpander | undefined;
}

/** What became of an object in a review. */
export interface ReviewedObject {
  /** Violations of the object and then of what it would create, not sorted together. */
  readonly results: readonly ClientResult[];
  /** The object after mutation. */
  readonly object: Json;
}

/**
 * Reviews an object as gator does, and what it would create. The object itself is judged as it was before any mutation.
 *
 * @returns all violations; or what kept the review from its end, in gator's words
 * @source gatekeeper, pkg/gator/test/test.go, pkg/gator/verify/runner.go
 */
export const reviewObject = (object: Json, review: ObjectReview): Outcome<ReviewedObject> => {
  const own = reviewAs(object, "Original", review);
  if (!own.ok) return fail("review-failed", `reviewing ${printObjectTitle(object)}: ${own.error.message}`);
  if (review.expander === undefined) return succeed({ results: own.value, object });
  const mutated = review.expander.expand(object);
  if (!mutated.ok) {
    return fail("expansion-failed", `expanding resource ${readObjectName(object)}: ${mutated.error.message}`);
  }
  const results = [...own.value];
  for (const { object: made, ...expansion } of mutated.value.expanded) {
    const implied = reviewAs(made, "Generated", review);
    if (!implied.ok) {
      return fail("review-failed", `reviewing expanded resource ${printObjectTitle(made)}: ${implied.error.message}`);
    }
    results.push(...implyResults(expansion, implied.value));
  }
  return succeed({ results, object: mutated.value.object });
};

const reviewAs = (
  object: Json,
  source: "Original" | "Generated",
  { client, expander: _expander, ...surroundings }: ObjectReview,
): Outcome<readonly ClientResult[]> =>
  client.review({
    ...surroundings,
    request: objectRequest(object),
    source,
    enforcementPoint: "gator.gatekeeper.sh",
  });
