import { expect, test } from "vitest";
import { ALWAYS, creating, templateOf } from "../../test/policies.js";
import { admit } from "./admit.js";

test("a template whose rules do not compile is not admitted", () => {
  const template = templateOf("A", ALWAYS);
  const openAPIV3Schema = { type: "object", "x-kubernetes-validations": [{ rule: "self.missing" }] };
  const broken = {
    ...template,
    spec: { ...template.spec, crd: { spec: { names: { kind: "A" }, validation: { openAPIV3Schema } } } },
  };
  const answer = admit(creating(broken), { findTemplate: () => undefined });
  expect(answer).toMatchObject({ allowed: false, code: 422 });
  expect(answer?.message).toContain("undefined field 'missing'");
  expect(admit(creating(template), { findTemplate: () => undefined })).toBeUndefined();
});
