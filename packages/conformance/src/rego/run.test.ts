import { expect, test } from "vitest";
import { inputOf, modulesOf, runCase } from "./run.js";

test("modules are named in their order", () => {
  expect(modulesOf({ modules: ["package a", "package b"] }).map(({ file }) => file)).toStrictEqual([
    "test-0.rego",
    "test-1.rego",
  ]);
});

test("an input can be given as a term", () => {
  expect(inputOf({ input_term: '{1: "a"}' })).toMatchObject({ size: 1 });
  expect(inputOf({ input: null })).toBeNull();
  expect(inputOf({})).toBeUndefined();
});

test("a case is compiled and evaluated in its version", () => {
  const fields = { rego_version: "v0", modules: ["package a\n\np[x] { x := input[_] }\n"], query: "data.a.p = x" };
  expect(runCase(fields, "1.17", [1])).toMatchObject({ ok: true, value: [{ expressions: [true] }] });
  expect(runCase({ ...fields, rego_version: "v1" }, "1.17", [1]).ok).toBe(false);
});
