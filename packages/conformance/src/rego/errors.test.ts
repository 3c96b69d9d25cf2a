import { expect, test } from "vitest";
import { judgeErrors } from "./errors.js";

const error = (message: string) => ({ file: "test-0.rego", row: 3, col: 6, code: "rego_unsafe_var_error", message });
const about = { rego_version: "v1", modules: ["package a\n\np := x\n"] };

test("errors are compared word for word and place for place", () => {
  expect(judgeErrors({ ...about, errors: [error("var x is unsafe")] }, "1.17").kind).toBe("passed");
  expect(judgeErrors({ ...about, errors: [error("var y is unsafe")] }, "1.17").kind).toBe("failed");
  expect(judgeErrors({ ...about, errors: [] }, "1.17").kind).toBe("failed");
});

test("another release has errors of its own", () => {
  const fields = { ...about, errors: [], opa_1_22: { errors: [error("var x is unsafe")] } };
  expect(judgeErrors(fields, "1.22").kind).toBe("passed");
});

test("templates are judged by Gatekeeper's client", () => {
  const message = "invalid ConstraintTemplate: must declare exactly one target";
  const template = { apiVersion: "templates.gatekeeper.sh/v1", kind: "ConstraintTemplate", metadata: { name: "a" } };
  expect(judgeErrors({ gatekeeper: true, template, accepted: false, message }, "1.17").kind).toBe("passed");
});
