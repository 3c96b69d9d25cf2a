import type { FieldPath } from "@ostiary/core";
import type { ClientResult, ClientReview, Examination, GatekeeperClient } from "../client/gatekeeper-client.js";
import { sortResults } from "../client/result-order.js";
import { objectRequest } from "../engine/object-request.js";
import { type ExpandedObject, type ExpansionContext, expand } from "../expansion/expand.js";
import { implyResults } from "../expansion/implied-results.js";
import { originalPath } from "../expansion/original-path.js";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/** How the objects come about that an object would create. */
export interface ReviewExpansion extends Pick<ExpansionContext, "templates" | "mutators"> {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** Who makes the request. */
  readonly username?: string;
  /** The object that is expanded, where it is not quite the one that is reviewed. */
  readonly object?: unknown;
}

/**
 * Reviews an object and all that it would create. Violations of what it would create are attributed to it: their messages name
 * the template, and their places lie in the object.
 *
 * @returns all violations in Gatekeeper's order; or why the review fails, with the code `expansion-failed`, `review-failed`,
 *   `invalid-review` or `resultant-failed`
 * @source gatekeeper, pkg/webhook/policy.go, reviewRequest
 */
export const reviewExpanded = (
  client: GatekeeperClient,
  review: ClientReview,
  expansion: ReviewExpansion,
): Outcome<readonly ClientResult[]> => {
  const examined = examineExpanded(client, review, expansion);
  return examined.ok ? succeed(examined.value.results) : examined;
};

/** The same as {@link reviewExpanded}, and tells which constraints were held against the object or what it would create. */
export const examineExpanded = (
  client: GatekeeperClient,
  review: ClientReview,
  expansion: ReviewExpansion,
): Outcome<Examination> => {
  const expanded = expandReviewed(review, expansion);
  if (!expanded.ok) return fail("expansion-failed", expanded.error.message);
  const base = client.examine(review);
  if (!base.ok || expanded.value.length === 0) return base;
  const parts: Examination[] = [base.value];
  for (const resultant of expanded.value) {
    const implied = examineResultant(client, review, resultant, expansion.release ?? NEWEST_RELEASE);
    if (!implied.ok) return fail("resultant-failed", implied.error.message);
    parts.push(implied.value);
  }
  return succeed(joinExaminations(parts));
};

/** What several reviews of one object came to together. */
export const joinExaminations = (parts: readonly Examination[]): Examination => {
  const concerned = new Map(
    parts.flatMap((part) => part.concerned).map((one) => [`${one.constraint.kind} ${one.constraint.name}`, one]),
  );
  return { results: sortResults(parts.flatMap(({ results }) => results)), concerned: [...concerned.values()] };
};

const expandReviewed = (
  { request, namespaceObject, providers }: ClientReview,
  { object, username, ...means }: ReviewExpansion,
): Outcome<readonly ExpandedObject[]> => {
  const reviewed = object ?? (request.operation === "DELETE" ? request.oldObject : request.object);
  if (reviewed === null) return succeed([]);
  return expand(reviewed, {
    ...means,
    namespace: namespaceObject,
    ...(username !== undefined && { username }),
    ...(providers !== undefined && { providers }),
  });
};

/** The operation of the request holds for what it leads to, in newer releases. */
const examineResultant = (
  client: GatekeeperClient,
  review: ClientReview,
  { object, template, enforcementAction, source }: ExpandedObject,
  release: GatekeeperRelease,
): Outcome<Examination> => {
  const operation = isSince(release, "3.23") ? review.request.operation : "";
  const outcome = client.examine({ ...review, request: objectRequest(object, operation), source: "Generated" });
  if (!outcome.ok) return outcome;
  const { concerned } = outcome.value;
  const results = outcome.value.results.map((result) => ({ ...result, findings: moveFindings(result, source) }));
  return succeed({ results: implyResults({ template, enforcementAction }, results), concerned });
};

const moveFindings = ({ findings }: ClientResult, source: FieldPath): ClientResult["findings"] =>
  findings.map((finding) => ({ ...finding, path: originalPath(source, finding.path) }));
