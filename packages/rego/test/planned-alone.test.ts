import { describe, expect, test } from "vitest";
import { allBuiltins } from "../src/builtins/index.js";
import { withLanguageBuiltins } from "../src/compile/language-builtins.js";
import { compileModules } from "../src/compile/pipeline.js";
import { createContext } from "../src/evaluate/create-context.js";
import { createPlanner } from "../src/evaluate/create-planner.js";
import { planMatch } from "../src/evaluate/match.js";
import type { Planner } from "../src/evaluate/planner.js";
import { Scope } from "../src/evaluate/scope.js";
import { variable } from "../src/syntax/ast.js";
import { nowhere } from "../src/syntax/location.js";
import { parseModule, parseQueryText } from "../src/syntax/parse-module.js";

const source = `package test

f(x) := x

s contains 1

t[x] := 1 if x := 2

c := {"a": 1}
`;

function plannerOf(): Planner {
  const parsed = parseModule(source, { file: "a", version: "v1" });
  const builtins = withLanguageBuiltins(allBuiltins());
  const compiled = compileModules(parsed.ok ? [parsed.value] : [], { builtins, printing: "off", release: "1.17" });
  if (!compiled.ok) throw new Error("not compiled");
  return createPlanner(compiled.value, false);
}

/** Plans the literals of a query as they are written: no part is moved out, nothing is ordered or checked. */
function solutionsOf(query: string): number {
  const parsed = parseQueryText(query, { file: "q", version: "v1" });
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join());
  const planner = plannerOf();
  const scope = Scope.start("sorted");
  const steps = parsed.value.map((literal) => planner.planLiteral(literal, scope));
  let solutions = 0;
  const run = steps.reduceRight<Parameters<Extract<(typeof steps)[number], { search: unknown }>["search"]>[0]>(
    (next, step) =>
      "search" in step ? step.search(next) : (frame, context) => step.test(frame, context) && next(frame, context),
    () => {
      solutions += 1;
      return false;
    },
  );
  const input = { a: "x", xs: [1, 2] };
  const context = createContext({ input, data: { a: { x: [1, 2] } } }, { release: "1.17" });
  if (context.ok) run(new Array<undefined>(scope.layout.size), context.value);
  return solutions;
}

describe("plans do without the stages before them: what has an undefined part is undefined", () => {
  test.each<[string, number]>([
    ["v = [input.none]", 0],
    ["v = [input.a]", 1],
    ["v = {input.none}", 0],
    ["v = {input.a}", 1],
    ['v = {"k": input.none}', 0],
    ["v = {1: input.none}", 0],
    ["v = {input.none: 1}", 0],
    ["v = [1, 2][input.none]", 0],
    ["[] = [input.none | true]", 1],
    ["v = {input.none | true}; count(v, 0)", 1],
    ["{} = {1: input.none | true}", 1],
    ["{} = {input.none: 1 | true}", 1],
    ["plus(input.none, 1, v)", 0],
    ["plus(1, input.none, v)", 0],
    ["count(input.none, v)", 0],
    ["sprintf(input.none, [], v)", 0],
    ["data.test.f(input.none, v)", 0],
    ["data.test.f(input.a, v)", 1],
    ["walk(input.none, v)", 0],
    ["v = data.a[input.none]", 0],
    ["v = data.a[input.a][i]", 2],
    ["v = data.a[input.none][i]", 0],
    ["v = data[input.none][i]", 0],
    ["v = data.test[input.none][i]", 0],
    ["v = input.xs[input.none][i]", 0],
    ["true with input as input.none", 0],
    ["true with data.a as input.none", 0],
    ["true with data.a as 1", 1],
    ["true with data.test.f as input.none", 0],
    ["data.test.f(1, v) with data.test.f as input.a", 1],
  ])("%s has %i solutions", (query, expected) => {
    expect(solutionsOf(query)).toBe(expected);
  });
});

describe("patterns on both sides are taken apart (8.4)", () => {
  test.each<[string, number]>([
    ["[v, 1] = [w]", 0],
    ["[v, [1, w]] = [1, [u]]", 0],
    ['{"a": v, "b": 1} = {"a": w}', 0],
    ['{"a": v, "b": 1} = {"a": 1, "c": w}', 0],
    ["[v, 1] = [2, input.xs[i]]", 1],
    ["[v, 3] = [2, input.xs[i]]", 0],
    ["[v, 1] = [2, w]", 1],
    ["[v, 1, 3] = [2, 2, w]", 0],
  ])("%s has %i solutions", (query, expected) => {
    expect(solutionsOf(query)).toBe(expected);
  });
});

describe("what an earlier stage should have refused is a fault", () => {
  test.each([
    ["[v] = [w]", "an unsafe equation was not refused"],
    ["some v", "a declaration was not compiled away"],
    ["true with count as 1", "a with target was not compiled"],
    ['v = $"a{1}"', "a template was not compiled away"],
  ])("%s", (query, message) => {
    expect(() => solutionsOf(query)).toThrow(message);
  });
});

test("input as a pattern equals the document", () => {
  const match = planMatch(variable("input", nowhere("")), Scope.start("any"), plannerOf());
  const contexts = [{ input: 1 }, { input: 2 }, {}].map((options) => createContext(options, { release: "1.17" }));
  expect(contexts.map((context) => context.ok && match(1, [], context.value))).toStrictEqual([true, false, false]);
});
