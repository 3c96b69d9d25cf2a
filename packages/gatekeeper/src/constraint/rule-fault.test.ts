import { expect, test } from "vitest";
import { ALWAYS, constraintOf, templateOf } from "../../test/policies.js";
import { createClient } from "../all-engines/create-client.js";

const template = templateOf("A", ALWAYS);
const schema = {
  type: "object",
  properties: { n: { type: "integer", default: 3 } },
  "x-kubernetes-validations": [{ rule: "self.n > 5", message: "n is small", fieldPath: ".n" }],
};
const withSchema = {
  ...template,
  spec: { ...template.spec, crd: { spec: { names: { kind: "A" }, validation: { openAPIV3Schema: schema } } } },
};

const faultOf = (parameters: object, parameterRules: "run" | "ignored") =>
  createClient(
    { templates: [withSchema], constraints: [constraintOf("A", "one", { parameters })], data: [] },
    { parameterRules },
  ).constraintFaults[0]?.message;

test("a constraint that an API server would not take is refused in its words; defaults count", () => {
  expect(faultOf({ n: 6 }, "run")).toBeUndefined();
  expect(faultOf({}, "run")).toBe(
    'A.constraints.gatekeeper.sh "one" is invalid: spec.parameters.n: Invalid value: n is small',
  );
});

test("gator takes it", () => {
  expect(faultOf({}, "ignored")).toBeUndefined();
});
