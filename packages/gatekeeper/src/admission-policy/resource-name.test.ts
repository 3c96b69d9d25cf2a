import { expect, it } from "vitest";
import { resourceOf } from "./resource-name.js";

it.each([
  ["Pod", "pods"],
  ["Ingress", "ingresses"],
  ["NetworkPolicy", "networkpolicies"],
  ["Endpoints", "endpoints"],
  ["StorageClass", "storageclasses"],
])("%s is known as %s", (kind, resource) => {
  expect(resourceOf(kind)).toBe(resource);
});
