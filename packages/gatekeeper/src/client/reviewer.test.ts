import { describe, expect, test } from "vitest";
import { ALWAYS, constraintOf, creating, POD, templateOf } from "../../test/policies.js";
import { createClient } from "../all-engines/create-client.js";
import { objectRequest } from "../engine/object-request.js";
import { createInventory } from "../inventory/inventory.js";
import type { ClientReview } from "./gatekeeper-client.js";

const scoped = {
  enforcementAction: "scoped",
  scopedEnforcementActions: [
    { action: "warn", enforcementPoints: [{ name: "*" }] },
    { action: "deny", enforcementPoints: [{ name: "validation.gatekeeper.sh" }] },
  ],
};
const ECHO = 'violation[{"msg": "seen", "details": input.review.namespaceObject}] { true }';
const COUNT = 'violation[{"msg": msg}] { msg := sprintf("%v", [count(data.inventory.cluster)]) }';
const templates = [
  templateOf("Always", ALWAYS),
  templateOf("Echo", ECHO),
  templateOf("Count", COUNT),
  templateOf("OnDelete", ALWAYS, { operations: ["DELETE"] }),
  templateOf("BadMessage", 'violation[{"msg": 5}] { true }'),
  templateOf("Conflict", 'f(x) = 1 { x }\nf(x) = 2 { x }\nviolation[{"msg": "x"}] { f(true) }'),
];
const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };

const review = (constraints: readonly unknown[], changes: Partial<ClientReview> = {}) => {
  const { client } = createClient({ templates, constraints, data: [] });
  return client.examine({
    request: creating(POD),
    source: "Original",
    enforcementPoint: "gator.gatekeeper.sh",
    ...changes,
  });
};

const resultsOf = (...parameters: Parameters<typeof review>) => {
  const outcome = review(...parameters);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.results;
};

const faultOf = (...parameters: Parameters<typeof review>): string | undefined => {
  const outcome = review(...parameters);
  return outcome.ok ? undefined : outcome.error.message;
};

test("a violation has the action of its constraint, and with `scoped` those at the point, sorted", () => {
  expect(resultsOf([constraintOf("Always", "one", scoped)], { enforcementPoint: "validation.gatekeeper.sh" })).toEqual([
    {
      constraint: { kind: "Always", name: "one" },
      enforcementAction: "scoped",
      scopedActions: ["deny", "warn"],
      message: "no",
      details: {},
      autoReject: false,
      findings: [],
    },
  ]);
});

test("a constraint of which nobody knows whether it matches rejects by itself, without details", () => {
  const selecting = constraintOf("Always", "one", { match: { namespaceSelector: { matchLabels: { a: "b" } } } });
  const [result] = resultsOf([selecting]);
  expect(result).toMatchObject({ autoReject: true, message: expect.stringMatching(/^unable to match constraints: /) });
  expect(result).not.toHaveProperty("details");
});

test("an error of evaluation is what all constraints of the kind report, and nobody else", () => {
  const constraints = [constraintOf("Conflict", "one"), constraintOf("Conflict", "two"), constraintOf("Always", "one")];
  const texts = resultsOf(constraints).map(({ constraint, message, details }) => [constraint.name, message, details]);
  const error = "template:3: eval_conflict_error: functions must not produce multiple outputs for same inputs";
  expect(texts).toEqual([
    ["one", "no", {}],
    ["one", error, null],
    ["two", error, null],
  ]);
});

describe("the whole review fails", () => {
  test("for a message that is no text", () => {
    expect(faultOf([constraintOf("BadMessage", "one"), constraintOf("Always", "one")])).toBe(
      "admission.k8s.gatekeeper.sh: Rego: extracting message binding: .msg accessor error: 5 is of the type json.Number, expected string\n\n",
    );
  });

  test("at a point that is not served, and for a deletion of nothing", () => {
    expect(faultOf([], { enforcementPoint: "vap.k8s.io" })).toBe(
      "enforcement point not supported by client, supported enforcement points: [validation.gatekeeper.sh audit.gatekeeper.sh gator.gatekeeper.sh]",
    );
    expect(faultOf([], { request: objectRequest(null, "DELETE") })).toContain("oldObject cannot be nil");
  });
});

test("what nobody can walk through is not judged, and nothing is thrown", () => {
  const cycle: { [name: string]: unknown } = { apiVersion: "v1", kind: "Pod" };
  cycle["own"] = cycle;
  const throwing = Object.defineProperty({ apiVersion: "v1", kind: "Pod" }, "metadata", {
    enumerable: true,
    get: () => {
      throw new Error("hands off");
    },
  });
  const all = [constraintOf("Always", "one", { match: {} })];
  // Callers in JavaScript hand in what they like.
  const requestOf = (object: unknown) => ({ ...creating(POD), object: object as never });
  expect(faultOf(all, { request: requestOf(cycle) })).toContain("the object is no JSON");
  expect(faultOf(all, { request: requestOf(throwing) })).toContain("could not be reviewed: hands off");
});

describe("templates for some operations", () => {
  const constraints = [constraintOf("OnDelete", "one")];

  test("are filtered at the webhook only", () => {
    expect(resultsOf(constraints)).toHaveLength(1);
    expect(resultsOf(constraints, { enforcementPoint: "validation.gatekeeper.sh" })).toHaveLength(0);
    const request = objectRequest(POD, "DELETE");
    expect(resultsOf(constraints, { enforcementPoint: "validation.gatekeeper.sh", request })).toHaveLength(1);
  });
});

test("rules see the attached Namespace, but not where gator asks", () => {
  const constraints = [constraintOf("Echo", "one")];
  const detailsOf = (changes: Partial<ClientReview>) =>
    resultsOf(constraints, { namespaceObject: NAMESPACE, ...changes })[0]?.details;
  expect(detailsOf({})).toEqual({});
  expect(detailsOf({ ruleNamespace: "shown" })).toEqual({ ...NAMESPACE, spec: {}, status: {} });
  expect(detailsOf({ enforcementPoint: "audit.gatekeeper.sh" })).toMatchObject(NAMESPACE);
});

test("a review may bring an inventory of its own", () => {
  const inventory = createInventory([NAMESPACE]);
  const texts = resultsOf([constraintOf("Count", "one")], { inventory }).map(({ message }) => message);
  expect(texts).toEqual(["1"]);
});

test("the constraints that were held against the object are told, also those that found nothing", () => {
  const elsewhere = { match: { namespaces: ["elsewhere"] } };
  const outcome = review([constraintOf("Count", "one", elsewhere), constraintOf("OnDelete", "two")]);
  expect(outcome.ok && outcome.value.concerned.map(({ constraint }) => constraint.name)).toEqual(["two"]);
});
