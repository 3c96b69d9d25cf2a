import { expect, test } from "vitest";
import { constraintOf, creating, POD } from "../../test/policies.js";
import { readMatchableReview } from "../client/match-review.js";
import { explainSkipped } from "./explain-skipped.js";

const NAMESPACE = { metadata: { name: "shop", labels: { team: "a" } } };
const reviewOf = (object: typeof POD) =>
  readMatchableReview({ request: creating(object), namespaceObject: NAMESPACE, source: "Original" }, new Map());
const explain = (match: object, ...objects: readonly (typeof POD)[]) =>
  explainSkipped(JSON.parse(JSON.stringify(constraintOf("A", "one", { match }))), objects.map(reviewOf));

test.each([
  [{ kinds: [{ kinds: ["Service"] }] }, "its `match.kinds` does not name the kind"],
  [{ scope: "Cluster" }, "its `match.scope` leaves the object out"],
  [{ namespaces: ["other"] }, "its `match.namespaces` does not name the namespace"],
  [{ excludedNamespaces: ["sh*"] }, "its `match.excludedNamespaces` names the namespace"],
  [{ labelSelector: { matchLabels: { app: "b" } } }, "its `match.labelSelector` does not select the object"],
  [
    { namespaceSelector: { matchLabels: { team: "b" } } },
    "its `match.namespaceSelector` does not select the namespace",
  ],
  [{ name: "other" }, "its `match.name` does not fit the name"],
  [{ source: "Generated" }, "its `match.source` is another one"],
  [{}, "it is not enforced here"],
])("%j: %s", (match, note) => {
  expect(explain(match, POD)).toBe(note);
});

test("of several objects the one that came furthest is told", () => {
  const match = { kinds: [{ kinds: ["Pod"] }], labelSelector: { matchLabels: { app: "b" } } };
  const workload = { ...POD, apiVersion: "apps/v1", kind: "Deployment" };
  expect(explain(match, workload, POD)).toBe("its `match.labelSelector` does not select the object");
  expect(explain(match, workload)).toBe("its `match.kinds` does not name the kind");
});
