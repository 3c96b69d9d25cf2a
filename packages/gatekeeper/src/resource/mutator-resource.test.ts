import { expect, it } from "vitest";
import { findMutatorFault } from "./mutator-resource.js";

const metadata = (location: string, changes: object = {}) => ({
  apiVersion: "mutations.gatekeeper.sh/v1",
  kind: "AssignMetadata",
  metadata: { name: "m" },
  spec: { location, parameters: { assign: { value: "x" } } },
  ...changes,
});

it("faults are those of mutation; what a CRD would refuse is not asked", () => {
  expect(findMutatorFault(metadata("metadata.labels.a"), "3.23")).toBeUndefined();
  expect(findMutatorFault(metadata("spec.labels.a"), "3.23")?.message).toBe(
    "invalid location for assignmetadata m: spec.labels.a",
  );
});

it("unknown versions and wrong types do not decode", () => {
  expect(findMutatorFault(metadata("metadata.labels.a", { apiVersion: "mutations.gatekeeper.sh/v9" }), "3.23")).toEqual(
    {
      code: "undecodable",
      message:
        'no kind "AssignMetadata" is registered for version "mutations.gatekeeper.sh/v9" in scheme "pkg/runtime/scheme.go:111"',
    },
  );
  expect(findMutatorFault(metadata("metadata.labels.a", { spec: "x" }), "3.23")?.code).toBe("undecodable");
});
