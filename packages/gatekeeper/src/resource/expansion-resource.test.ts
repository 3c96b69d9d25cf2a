import { expect, it } from "vitest";
import { findExpansionFault } from "./expansion-resource.js";

const template = (spec: object, changes: object = {}) => ({
  apiVersion: "expansion.gatekeeper.sh/v1beta1",
  kind: "ExpansionTemplate",
  metadata: { name: "e" },
  spec: {
    applyTo: [{ groups: ["apps"], versions: ["v1"], kinds: ["Deployment"] }],
    templateSource: "spec.template",
    generatedGVK: { group: "", version: "v1", kind: "Pod" },
    ...spec,
  },
  ...changes,
});

it("faults are those of expansion", () => {
  expect(findExpansionFault(template({}), "3.23")).toBeUndefined();
  expect(findExpansionFault(template({ applyTo: [] }), "3.23")).toEqual({
    code: "invalid-template",
    message: "ExpansionTemplate e must specify ApplyTo",
  });
});

it("what does not decode is told first", () => {
  expect(findExpansionFault(template({ applyTo: [{ groups: "apps" }] }), "3.23")).toEqual({
    code: "undecodable",
    message: "json: cannot unmarshal string into Go struct field ApplyTo.spec.applyTo.groups of type []string",
  });
  expect(findExpansionFault(template({}, { apiVersion: "expansion.gatekeeper.sh/v1" }), "3.23")).toMatchObject({
    code: "undecodable",
  });
});
