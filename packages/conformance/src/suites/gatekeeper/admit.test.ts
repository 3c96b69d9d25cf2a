import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const template = {
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k" },
  spec: {
    crd: { spec: { names: { kind: "K" } } },
    targets: [{ target: "admission.k8s.gatekeeper.sh", rego: 'package k\nviolation[{"msg": "m"}] { true }' }],
  },
};
const constraint = { apiVersion: "constraints.gatekeeper.sh/v1beta1", kind: "K", metadata: { name: "c" }, spec: {} };
const request = {
  kind: { group: "constraints.gatekeeper.sh", version: "v1beta1", kind: "K" },
  operation: "CREATE",
  name: "c",
  object: constraint,
};
const missing = { allowed: false, code: 422, message: 'missing ConstraintTemplate: template "k" not found' };

it.each([
  ["a valid constraint goes on to the policies", { templates: [template] }, { allowed: true, code: 200 }],
  ["a template has to be in force", {}, missing],
  [
    "one that does not compile is not",
    { templates: [{ ...template, spec: { ...template.spec, targets: [{ ...template.spec.targets[0], rego: "x" }] } }] },
    missing,
  ],
])("%s", async (_, line, response) => {
  const whole = { name: "one", op: "admit", request, ...line, expect: { response } };
  expect(await judgeLines(gatekeeper, "constraint-review.jsonl", [whole])).toEqual({ "one admit": { kind: "passed" } });
});

it("another answer fails", async () => {
  const line = { name: "one", op: "admit", request, expect: { response: { allowed: true, code: 200 } } };
  const judged = await judgeLines(gatekeeper, "constraint-review.jsonl", [line]);
  expect(judged).toMatchObject({ "one admit": { kind: "failed" } });
});
