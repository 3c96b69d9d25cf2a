import { expect, test } from "vitest";
import { type Identity, readField, readIdentity } from "./identity.js";

const NOBODY: Identity = { apiVersion: "", kind: "", namespace: "", name: "" };

test.each<[object: unknown, identity: Partial<Identity>]>([
  [
    { apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "b" } },
    { apiVersion: "v1", kind: "Pod", name: "a", namespace: "b" },
  ],
  [{ metadata: { generateName: "a-" } }, { name: "a-" }],
  [{ metadata: { name: "", generateName: "a-" } }, { name: "a-" }],
  [{ metadata: { name: "a", generateName: "a-" } }, { name: "a" }],
  [{ apiVersion: 1, kind: ["Pod"], metadata: { name: 5, namespace: null } }, {}],
  [{ metadata: "text" }, {}],
  [{ metadata: null }, {}],
  [Object.create({ apiVersion: "v1", kind: "Pod" }), {}],
  [["v1"], {}],
  ["Pod", {}],
  [null, {}],
  [undefined, {}],
])("%j says of itself: %j", (object, identity) => {
  expect(readIdentity(object)).toEqual({ ...NOBODY, ...identity });
});

test("inherited fields are none", () => {
  expect(readField({}, "constructor")).toBeUndefined();
  expect(readField(JSON.parse('{"__proto__": 1}'), "__proto__")).toBe(1);
});
