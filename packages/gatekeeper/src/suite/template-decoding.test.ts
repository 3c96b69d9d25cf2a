import { expect, it } from "vitest";
import { isConstraintTemplate, templateDecodingFault } from "./template-decoding.js";

const template = (version: string) => ({
  apiVersion: `templates.gatekeeper.sh/${version}`,
  kind: "ConstraintTemplate",
});

it.each(["v1", "v1beta1", "v1alpha1"])("version %s is known", (version) => {
  expect(isConstraintTemplate(template(version))).toBe(true);
  expect(templateDecodingFault(template(version))).toBeUndefined();
});

it("a version that is not known is told", () => {
  expect(isConstraintTemplate(template("v7"))).toBe(true);
  expect(templateDecodingFault(template("v7"))).toBe(
    'adding template: no kind "ConstraintTemplate" is registered for version "templates.gatekeeper.sh/v7" in scheme "pkg/runtime/scheme.go:111"',
  );
});

it("a field of a wrong type is told, and what nests too deeply is left alone", () => {
  const wrong = { ...template("v1"), metadata: { name: "t" }, spec: 5 };
  expect(templateDecodingFault(wrong)).toMatch(/^adding template: json: cannot unmarshal number into Go struct field /);
  let spec: object = {};
  for (let level = 0; level < 10_000; level++) spec = { spec };
  expect(templateDecodingFault({ ...template("v1"), spec })).toBeUndefined();
});

it.each([null, {}, { apiVersion: "v1", kind: "ConstraintTemplate" }, { ...template("v1"), kind: "Other" }])(
  "%j is no template",
  (object) => {
    expect(isConstraintTemplate(object)).toBe(false);
  },
);
