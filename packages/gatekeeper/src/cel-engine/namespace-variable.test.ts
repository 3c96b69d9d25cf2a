import { expect, it } from "vitest";
import { namespaceVariable } from "./namespace-variable.js";

it.each([undefined, null, "shop", []])("no Namespace is null: %#", (namespaceObject) => {
  expect(namespaceVariable(namespaceObject)).toBeNull();
});

it("a Namespace has the metadata that expressions may read, spec and status", () => {
  const namespaceObject = {
    apiVersion: "v1",
    metadata: { name: "shop", labels: { a: "b" }, managedFields: [], ownerReferences: [] },
    status: { phase: "Active" },
  };
  expect(namespaceVariable(namespaceObject)).toEqual({
    metadata: { name: "shop", labels: { a: "b" } },
    spec: {},
    status: { phase: "Active" },
  });
});
