import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const RULE = `package a
violation[{"msg": "no", "details": d}] { d := [1, 2][_] }`;
const template = {
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k8sno" },
  spec: {
    crd: { spec: { names: { kind: "K8sNo" } } },
    targets: [{ target: "admission.k8s.gatekeeper.sh", rego: RULE }],
  },
};
const constraint = {
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: "K8sNo",
  metadata: { name: "all" },
  spec: {},
};
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "web", namespace: "shop" } };
const result = (details: unknown) => ({
  msg: "no",
  enforcementAction: "deny",
  constraint: { kind: "K8sNo", name: "all" },
  details,
});
const review = { name: "one", op: "review", templates: [template], constraints: [constraint] };
const request = {
  operation: "CREATE",
  kind: { group: "", version: "v1", kind: "Pod" },
  name: "web",
  namespace: "shop",
  object: pod,
};

const judge = async (line: object) =>
  Object.values(await judgeLines(gatekeeper, "constraint-review.jsonl", [line]))[0]?.kind;

describe("review of an object", () => {
  it("compares results, those that are equal in what is sorted in any order", async () => {
    expect(await judge({ ...review, object: pod, expect: { results: [result(1), result(2)] } })).toBe("passed");
    expect(await judge({ ...review, object: pod, expect: { results: [result(2), result(1)] } })).toBe("passed");
    expect(await judge({ ...review, object: pod, expect: { results: [result(1)] } })).toBe("failed");
  });

  it("compares what is refused, and errors but for what changes from run to run", async () => {
    const refused = { templateErrors: ["invalid ConstraintTemplate: must declare exactly one target"], results: [] };
    const broken = { ...template, spec: { ...template.spec, targets: [] } };
    expect(await judge({ ...review, templates: [broken], constraints: [], object: pod, expect: refused })).toBe(
      "passed",
    );
    const point = "enforcement point not supported by client, supported enforcement points: ";
    const served = "[validation.gatekeeper.sh audit.gatekeeper.sh gator.gatekeeper.sh]";
    const elsewhere = { ...review, object: pod, enforcementPoint: "vap.k8s.io" };
    expect(await judge({ ...elsewhere, expect: { error: point + served } })).toBe("passed");
  });
});

describe("review of a request", () => {
  it("compares the webhook's reply too", async () => {
    const response = { allowed: false, code: 403, reason: "Forbidden", message: "[all] no\n[all] no" };
    const expected = { results: [result(1), result(2)], response };
    expect(await judge({ ...review, request, namespaces: [namespace], expect: expected })).toBe("passed");
    const other = { ...expected, response: { ...response, allowed: true } };
    expect(await judge({ ...review, request, namespaces: [namespace], expect: other })).toBe("failed");
  });

  it("fails without the Namespace", async () => {
    const error = 'failed to create augmentedReview: namespaces "shop" not found';
    const response = { allowed: false, code: 500, message: error };
    expect(await judge({ ...review, request, namespaces: [], expect: { error, response } })).toBe("passed");
  });
});

it("a resource of Gatekeeper is admitted or not", async () => {
  const object = { ...constraint, kind: "K8sOther" };
  const about = {
    ...request,
    kind: { group: "constraints.gatekeeper.sh", version: "v1beta1", kind: "K8sOther" },
    object,
  };
  const message = 'missing ConstraintTemplate: template "k8sother" not found';
  const line = { name: "one", op: "admit", templates: [template], request: about };
  expect(await judge({ ...line, expect: { response: { allowed: false, code: 422, message } } })).toBe("passed");
});
