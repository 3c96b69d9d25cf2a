import { expect, test } from "vitest";
import { POD } from "../../test/policies.js";
import { createInventory, findNamespace, inventoryPath } from "./inventory.js";

const NAMESPACE = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "a" } } };

test.each([
  [POD, ["namespace", "shop", "v1", "Pod", "web"]],
  [NAMESPACE, ["cluster", "v1", "Namespace", "shop"]],
  [{ apiVersion: "apps/v1", kind: "Deployment" }, ["cluster", "apps/v1", "Deployment", ""]],
])("%j is at %j", (object, path) => {
  expect(inventoryPath(object)).toEqual({ ok: true, value: path });
});

test.each([
  [{ kind: "Pod", metadata: { name: "a" } }, "invalid request object: resource a has no version"],
  [{ apiVersion: "a/b/c", kind: "Pod" }, "invalid request object: resource  has no version"],
  [{ apiVersion: "v1" }, "invalid request object: resource  has no kind"],
  [null, "invalid request object: resource  has no version"],
])("%j is nowhere: %s", (object, message) => {
  expect(inventoryPath(object)).toMatchObject({ ok: false, error: { message } });
});

test("of several objects with one path the last one counts, and what is nowhere is told", () => {
  const other = { ...POD, spec: {} };
  const { document, faults } = createInventory([POD, {}, other]);
  expect(document).toEqual({ namespace: { shop: { v1: { Pod: { web: other } } } } });
  expect(faults.map((fault) => fault?.code)).toEqual([undefined, "no-version-or-kind", undefined]);
});

test("Namespaces are found by name, and names like `__proto__` are names", () => {
  const odd = { ...NAMESPACE, metadata: { name: "__proto__" } };
  const inventory = createInventory([NAMESPACE, odd]);
  expect([...inventory.namespaces.keys()]).toEqual(["shop", "__proto__"]);
  expect(findNamespace(inventory, "shop")).toBe(NAMESPACE);
  expect(findNamespace(inventory, "__proto__")).toBe(odd);
  expect(findNamespace(inventory, "constructor")).toBeUndefined();
  expect(findNamespace(createInventory([]), "shop")).toBeUndefined();
});
