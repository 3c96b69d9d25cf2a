import { expect, it } from "vitest";
import { isClusterScoped } from "./cluster-scoped.js";

it.each([
  ["", "Namespace", true],
  ["", "Node", true],
  ["rbac.authorization.k8s.io", "ClusterRole", true],
  ["storage.k8s.io", "StorageClass", true],
  ["", "Pod", false],
  ["rbac.authorization.k8s.io", "Role", false],
  ["", "ClusterRole", false],
  ["apps", "Namespace", false],
  ["example.com", "Anything", false],
  ["__proto__", "constructor", false],
])("group %j, kind %s: %s", (group, kind, isScoped) => {
  expect(isClusterScoped({ group, kind })).toBe(isScoped);
});
