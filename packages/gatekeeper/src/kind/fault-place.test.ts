import { expect, test } from "vitest";
import { placeFault } from "./fault-place.js";

test.each([
  ["schema validation failed: [].spec.parameters.repos: Invalid value: 7", ["spec", "parameters", "repos"]],
  [
    "schema validation failed: [[].spec.parameters.a[2].b: Required value, [].spec.x: y]",
    ["spec", "parameters", "a", 2, "b"],
  ],
  ["invalid Constraint: unknown fields: [spec.foo spec.bar]", ["spec", "foo"]],
  ["missing metadata.name", undefined],
])("%s names %j", (message, place) => {
  expect(placeFault({ code: "invalid-constraint", message }, {})).toEqual(place);
});

const templateWith = (target: unknown) => ({ spec: { targets: [target] } });

test.each([
  [templateWith({ rego: "package a" }), ["spec", "targets", 0, "rego"]],
  [
    templateWith({ code: [{ engine: "K8sNativeValidation" }, { engine: "Rego", source: { rego: "" } }] }),
    ["spec", "targets", 0, "code", 1, "source", "rego"],
  ],
  [templateWith({}), undefined],
  [{ spec: { targets: 5 } }, undefined],
  [null, undefined],
])("Rego that does not compile is where the template has it: %j", (value, place) => {
  expect(placeFault({ code: "invalid-rego", message: "unable to compile modules" }, value)).toEqual(place);
});
