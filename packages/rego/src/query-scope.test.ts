import { describe, expect, test } from "vitest";
import { compileRego, type PrepareOptions, toText } from "./index.js";

const policy = compileRego([
  { file: "a.rego", source: "package a.b\n\nlimit := 3\n\nf(x) := x + limit\n" },
  { file: "b.rego", source: 'package lib\n\nnames := ["x"]\n' },
]);

function answer(query: string, options: PrepareOptions): readonly string[] | undefined {
  const prepared = policy.ok ? policy.value.prepare(query, options) : policy;
  const results = prepared.ok ? prepared.value.evaluate({ input: { user: "eve" } }) : prepared;
  return results.ok ? results.value.flatMap(({ expressions }) => expressions.map(toText)) : undefined;
}

describe("a query can stand in a package and have imports", () => {
  test.each<[query: string, options: PrepareOptions, answer: readonly string[] | undefined]>([
    ["limit", { package: "a.b" }, ["3"]],
    ["f(2)", { package: "a.b" }, ["5"]],
    ["limit", { package: "a" }, undefined],
    ["limit", {}, undefined],
    ["names", { imports: ["data.lib.names"] }, ['["x"]']],
    ["who", { imports: ["input.user as who"] }, ['"eve"']],
    ["names[0] == who", { imports: ["data.lib.names", "input.user as who"] }, ["false"]],
    ["1", { package: "1a" }, undefined],
    ["1", { imports: ["nothing.else"] }, undefined],
  ])("%s with %j", (query, options, expected) => {
    expect(answer(query, options)).toStrictEqual(expected);
  });

  test("the version of a query is that of its options: `in` is a keyword of v1 only", () => {
    expect(answer("1 in [1]", {})).toStrictEqual(["true"]);
    expect(answer("1 in [1]", { version: "v0" })).toBeUndefined();
    expect(answer("1 in [1]", { version: "v0", imports: ["future.keywords.in"] })).toStrictEqual(["true"]);
  });
});

test("a prepared query knows its expressions by text and place", () => {
  const query = "x := 1;  data.a.b.limit\nnot x == 2 with input as {}";
  const prepared = policy.ok ? policy.value.prepare(query) : policy;
  expect(prepared.ok && prepared.value.expressions).toStrictEqual([
    { text: "x := 1", row: 1, column: 1 },
    { text: "data.a.b.limit", row: 1, column: 10 },
    { text: "not x == 2 with input as {}", row: 2, column: 1 },
  ]);
});
