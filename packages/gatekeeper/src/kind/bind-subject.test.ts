import { describe, expect, test } from "vitest";
import { ALWAYS, constraintOf, POD, templateOf } from "../../test/policies.js";
import { answerOf, evaluateBy, reviewBy } from "../../test/subject.js";

const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
const documents = [templateOf("Always", ALWAYS), constraintOf("Always", "one")];
const config = {
  apiVersion: "config.gatekeeper.sh/v1alpha1",
  kind: "Config",
  metadata: { name: "config" },
  spec: { match: [{ processes: ["webhook"], excludedNamespaces: ["shop"] }] },
};
const request = { operation: "CREATE", object: POD, namespaceObject: NAMESPACE } as const;

test("a decision has what the webhook replies", () => {
  const decision = reviewBy(documents, request);
  expect(decision).toMatchObject({ allowed: false, violations: [{ policy: { kind: "Always", name: "one" } }] });
  expect(answerOf(decision)).toEqual({
    server: "gatekeeper",
    allowed: false,
    code: 403,
    reason: "Forbidden",
    message: "[one] no",
    warnings: [],
    auditAnnotations: {},
  });
  const warning = constraintOf("Always", "two", { enforcementAction: "warn" });
  expect(answerOf(reviewBy([...documents.slice(0, 1), warning], request))).toMatchObject({
    allowed: true,
    code: 299,
    warnings: ["[two] no"],
  });
});

test("a review that fails refuses", () => {
  const broken = [templateOf("Always", 'violation[{"msg": 5}] { true }'), constraintOf("Always", "one")];
  const decision = reviewBy(broken, request);
  expect(decision).toMatchObject({
    allowed: false,
    violations: [],
    problems: [{ code: "review-failed", effect: "deny" }],
  });
  expect(answerOf(decision)).toMatchObject({ allowed: false, code: 500 });
});

describe("what is let pass without a look", () => {
  test.each([
    ["Namespace is set to be ignored by Gatekeeper config", [...documents, config], request],
    [
      "Namespace is set to be ignored by Gatekeeper config",
      [...documents, config],
      { operation: "DELETE", oldObject: NAMESPACE } as const,
    ],
    [
      "Gatekeeper does not self-manage",
      documents,
      { ...request, userInfo: { username: "system:serviceaccount:gatekeeper-system:gatekeeper-admin" } },
    ],
  ])("%s: %#", (message, policies, review) => {
    const decision = reviewBy(policies, review);
    expect(decision.violations).toEqual([]);
    expect(decision.considered).toContainEqual({
      policy: { kind: "Gatekeeper", name: "validation.gatekeeper.sh" },
      outcome: "exempt",
      note: message,
    });
    expect(answerOf(decision)).toMatchObject({ allowed: true, code: 200, message });
  });

  test("Gatekeeper may have another account", () => {
    const own = { ...request, userInfo: { username: "gk" } };
    expect(reviewBy(documents, own, { serviceAccount: "gk" }).violations).toEqual([]);
  });
});

test("a resource of Gatekeeper that its webhook refuses is refused", () => {
  const object = constraintOf("Nothing", "one");
  const decision = reviewBy(documents, { operation: "CREATE", object });
  expect(decision.allowed).toBe(false);
  expect(answerOf(decision)).toMatchObject({
    code: 422,
    message: 'missing ConstraintTemplate: template "nothing" not found',
  });
});

describe("the label by which Gatekeeper ignores a Namespace", () => {
  const object = { ...NAMESPACE, metadata: { name: "shop", labels: { "admission.gatekeeper.sh/ignore": "" } } };
  const warning = [templateOf("Always", ALWAYS), constraintOf("Always", "one", { enforcementAction: "warn" })];

  test("is refused by a webhook of its own, beside what policies say", () => {
    const decision = reviewBy(warning, { operation: "CREATE", object });
    expect(decision.violations.map(({ rule, action }) => [rule, action])).toEqual([
      ["ignore-label", "deny"],
      ["Always", "warn"],
    ]);
    expect(answerOf(decision)).toMatchObject({
      code: 403,
      message: "Only exempt namespace can have the admission.gatekeeper.sh/ignore label",
      warnings: ["[one] no"],
    });
    expect(answerOf(reviewBy(documents, { operation: "CREATE", object }))?.message).toBe("[one] no");
  });

  test("is fine on Namespaces that are exempt", () => {
    const options = { exemptNamespaces: { names: ["shop"] } };
    expect(reviewBy(warning, { operation: "CREATE", object }, options).allowed).toBe(true);
  });
});

describe("what policies may ask for", () => {
  const COUNT = templateOf(
    "Count",
    'violation[{"msg": msg}] { msg := sprintf("%v", [count(data.inventory.cluster)]) }',
  );
  const ASK = templateOf(
    "Ask",
    'violation[{"msg": msg}] { msg := external_data({"provider": "p", "keys": ["k"]}).responses[_][1] }',
  );
  const answering = (value: string) => ({ p: { response: { items: [{ key: "k", value }] } } });

  test("are other objects", () => {
    const decision = evaluateBy([COUNT, constraintOf("Count", "one")], POD, { inventory: [NAMESPACE] });
    expect(decision.violations.map(({ message }) => message)).toEqual(["1"]);
  });

  test("are answers of providers: those of the review count more than those of the policies", () => {
    const policies = [ASK, constraintOf("Ask", "one")];
    const options = { providers: answering("known") };
    const told = (facts: object) =>
      evaluateBy(policies, POD, { options, ...facts }).violations.map(({ message }) => message);
    expect(told({})).toEqual(["known"]);
    expect(told({ facts: { providers: answering("told") } })).toEqual(["told"]);
  });
});

test("who wants an explanation is told which constraints are not about the object", () => {
  const elsewhere = constraintOf("Always", "two", { match: { namespaces: ["elsewhere"] } });
  const { considered } = evaluateBy([...documents, elsewhere], POD, { explain: true });
  expect(considered.map(({ policy, outcome }) => `${policy.name} ${outcome}`)).toEqual(
    expect.arrayContaining(["one applied", "two skipped"]),
  );
  expect(considered.find(({ policy }) => policy.name === "two")?.note).toBe(
    "its `match.namespaces` does not name the namespace",
  );
  expect(evaluateBy([...documents, elsewhere], POD).considered).not.toContainEqual(
    expect.objectContaining({ outcome: "skipped" }),
  );
});
