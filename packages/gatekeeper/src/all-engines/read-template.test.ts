import { expect, test } from "vitest";
import { ALWAYS, templateOf } from "../../test/policies.js";
import { readTemplate as readTemplateOf } from "../template/read-template.js";
import { readTemplate } from "./read-template.js";

const template = templateOf("A", ALWAYS);
const openAPIV3Schema = { type: "object", "x-kubernetes-validations": [{ rule: "self" }] };
const broken = {
  ...template,
  spec: { ...template.spec, crd: { spec: { names: { kind: "A" }, validation: { openAPIV3Schema } } } },
};
const COMPLAINT = "cel expression must evaluate to a bool";

test("rules of a template's schema are compiled, unless nobody runs them", () => {
  const read = readTemplate(broken);
  expect(read.ok ? "" : read.error.message).toContain(COMPLAINT);
  expect(readTemplateOf(broken).ok).toBe(true);
  expect(readTemplate(template).ok).toBe(true);
});
