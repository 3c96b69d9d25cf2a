import { expect, test } from "vitest";
import { judgeTemplate } from "./template-errors.js";

const templateOf = (rego: string) => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k8serr" },
  spec: {
    crd: { spec: { names: { kind: "K8sErr" } } },
    targets: [{ target: "admission.k8s.gatekeeper.sh", code: [{ engine: "Rego", source: { rego } }] }],
  },
});
const sending = templateOf('package t\nviolation[{"msg": "m"}] { http.send({}) }\n');
const undefinedSend =
  "unable to compile modules: 1 error occurred: template:2: rego_type_error: undefined function http.send";
const recursive = templateOf('package t\nviolation[{"msg": "m"}] { true }\na = b\nb = a\n');
const circle = (row: number, path: string) =>
  `template:${row}: rego_recursion_error: rule data.template.${path[0]} is recursive: ${[...path]
    .map((name) => `data.template.${name}`)
    .join(" -> ")}`;

test("a template is accepted or refused word for word", () => {
  expect(judgeTemplate({ template: sending, accepted: true }).kind).toBe("passed");
  expect(judgeTemplate({ template: sending, accepted: false, message: "no" }).kind).toBe("failed");
});

test("functions can be disabled", () => {
  const disabled = { template: sending, disabled_builtins: ["http.send"] };
  expect(judgeTemplate({ ...disabled, accepted: false, message: undefinedSend }).kind).toBe("passed");
});

test("errors without an order are compared in any", () => {
  const lines = [circle(4, "bab"), circle(3, "aba")];
  const message = ["unable to compile modules: 2 errors occurred:", ...lines].join("\n");
  expect(judgeTemplate({ template: recursive, unordered: true, accepted: false, message }).kind).toBe("passed");
});
