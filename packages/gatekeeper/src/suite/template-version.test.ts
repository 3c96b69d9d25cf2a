import { expect, it } from "vitest";
import { isConstraintTemplate, templateVersionFault } from "./template-version.js";

const template = (version: string) => ({
  apiVersion: `templates.gatekeeper.sh/${version}`,
  kind: "ConstraintTemplate",
});

it.each(["v1", "v1beta1", "v1alpha1"])("version %s is known", (version) => {
  expect(isConstraintTemplate(template(version))).toBe(true);
  expect(templateVersionFault(template(version))).toBeUndefined();
});

it("a version that is not known is told", () => {
  expect(isConstraintTemplate(template("v7"))).toBe(true);
  expect(templateVersionFault(template("v7"))).toBe(
    'adding template: no kind "ConstraintTemplate" is registered for version "templates.gatekeeper.sh/v7" in scheme "pkg/runtime/scheme.go:111"',
  );
});

it.each([null, {}, { apiVersion: "v1", kind: "ConstraintTemplate" }, { ...template("v1"), kind: "Other" }])(
  "%j is no template",
  (object) => {
    expect(isConstraintTemplate(object)).toBe(false);
  },
);
