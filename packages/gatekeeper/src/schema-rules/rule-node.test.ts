import type { Json } from "@ostiary/core";
import { expect, test } from "vitest";
import { kubernetesEnvironment } from "../cel/environment.js";
import { readSchema } from "../schema/read-schema.js";
import { compileNode, hasRules } from "./rule-node.js";

const RULES = { "x-kubernetes-validations": [{ rule: "true" }] };
const compile = (schema: Json) => compileNode(readSchema(schema), readSchema(schema), kubernetesEnvironment);

test("only parts that have rules are gone through", () => {
  const node = compile({
    type: "object",
    properties: {
      a: { type: "string" },
      l: { type: "array", items: { type: "string", ...RULES } },
      m: { type: "object", additionalProperties: { type: "string", ...RULES } },
    },
  });
  expect([...(node?.properties.keys() ?? [])]).toEqual(["l", "m"]);
  expect(node?.properties.get("l")?.items?.rules).toHaveLength(1);
  expect(node?.properties.get("m")?.additional?.rules).toHaveLength(1);
  expect(compile({ type: "object", properties: { a: { type: "string" } } })).toBeUndefined();
});

test("rules of `allOf` are about the same value, and alone they do not count", () => {
  const node = compile({ type: "integer", allOf: [RULES] });
  expect(node?.allOf[0]?.rules).toHaveLength(1);
  expect(hasRules(readSchema({ type: "integer", allOf: [RULES] }))).toBe(false);
  expect(hasRules(readSchema({ type: "array", items: { type: "string", ...RULES } }))).toBe(true);
});

test("rules of what expressions cannot see are left out", () => {
  expect(compile({ "x-kubernetes-preserve-unknown-fields": true, ...RULES })).toBeUndefined();
});
