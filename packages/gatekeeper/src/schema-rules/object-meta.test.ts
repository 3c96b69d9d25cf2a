import { expect, test } from "vitest";
import { readSchema } from "../schema/read-schema.js";
import { withObjectMeta } from "./object-meta.js";

test("embedded objects have a kind, a version and a name", () => {
  const embedded = readSchema({ type: "object", "x-kubernetes-embedded-resource": true });
  expect([...(withObjectMeta(embedded).properties ?? [])].map(([name]) => name)).toEqual([
    "kind",
    "apiVersion",
    "metadata",
  ]);
});

test("what is not embedded, or has them, is left as it is", () => {
  const plain = readSchema({ type: "object" });
  expect(withObjectMeta(plain)).toBe(plain);
  const text = { type: "string" };
  const whole = readSchema({
    type: "object",
    "x-kubernetes-embedded-resource": true,
    properties: {
      kind: text,
      apiVersion: text,
      metadata: { type: "object", properties: { name: text, generateName: text } },
    },
  });
  expect(withObjectMeta(whole)).toBe(whole);
});
