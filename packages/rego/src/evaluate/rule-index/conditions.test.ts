import { describe, expect, test } from "vitest";
import { allBuiltins } from "../../builtins/index.js";
import { withLanguageBuiltins } from "../../compile/language-builtins.js";
import { type Compiled, compileModules } from "../../compile/pipeline.js";
import type { Rule } from "../../syntax/ast.js";
import { parseModule } from "../../syntax/parse-module.js";
import { toText } from "../../value/text.js";
import { type Condition, readConditions } from "./conditions.js";
import type { PatternPart } from "./expectation.js";

const builtins = withLanguageBuiltins(allBuiltins());

function compiled(source: string): Compiled {
  const file = "test-0.rego";
  const parsed = parseModule(`package test\n\n${source}`, { file, version: "v1", maximumDepth: 250 });
  const result = parsed.ok ? compileModules([parsed.value], { builtins, printing: "on", release: "1.17" }) : parsed;
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

const partText = (part: PatternPart): string => (part === "anything" ? "_" : toText(part.value));

const textOf = ({ key, expectations }: Condition): string =>
  `${key}: ${expectations
    .map((one) => {
      if (one.kind === "defined") return "defined";
      return one.kind === "scalar" ? toText(one.value) : `${one.kind} ${one.parts.map(partText).join(" ")}`;
    })
    .join(" or ")}`;

function conditionsOf(source: string): readonly string[] {
  const { modules } = compiled(source);
  const rule: Rule | undefined = modules[0]?.rules[0];
  const isVirtual = ({ head, path }: Parameters<Parameters<typeof readConditions>[1]>[0]): boolean =>
    head.kind === "variable" && head.name === "data" && path[0]?.kind === "scalar" && path[0].value === "test";
  return rule === undefined ? [] : readConditions(rule, isVirtual).conditions.map(textOf);
}

describe("conditions are read from the literals that OPA indexes", () => {
  test.each<[string, string, readonly string[]]>([
    ["a reference alone", "p if input.a", ["input.a: defined"]],
    ["the whole input", "p if input", ["input: defined"]],
    ["an equation with a scalar", 'p if input.a == "x"', ['input.a: "x"']],
    ["with the scalar first", "p if 1 = input.a", ["input.a: 1"]],
    ["with an array pattern", "p if input.a = [1, x, _]", ["input.a: array 1 _ _"]],
    ["with a nested pattern", "p if input.a = [[x]]", []],
    ["with an object", 'p if input.a == {"b": 1}', []],
    ["a variable that takes a document", "p if { x := input.a; x == 1 }", ["input.a: 1"]],
    ["a variable that is a constant", "p if { x := 1; input.a == x }", ["input.a: 1"]],
    ["a variable that is a composite constant", "p if { x := [[1]]; input.a == x }", ["input.a: defined"]],
    ["two variables of one document", "p if { x := input.a; y := input.a; x == y }", ["input.a: defined or defined"]],
    ["one document twice", "p if { input.a == 1; input.a == 2; input.a == 1 }", ["input.a: 1 or 2"]],
    ["a member of a document", 'p if input.a[_] == "x"', ['input.a: "x"']],
    ["a member that is no scalar", "p if input.a[_] == [1]", []],
    ["a call with a document", 'p if startswith(input.a, "x")', ["input.a: defined"]],
    ["base data", "p if data.base.a == 1", ["data.base.a: 1"]],
    ["another rule", "p if q == 1\nq := 1", []],
    ["a variable key", "p if { some k; input.a[k].b }", []],
    ["an argument", "f(x) if x == 1", ["args[0]: 1"]],
    ["an argument that is matched", "f(x) if [1, y] = x", ["args[0]: array 1 _"]],
    ["a membership in constants", 'p if input.a in {"x", "y"}', ['input.a: "x" or "y"']],
    ["in the values of an object", 'p if input.a in {"k": "x"}', ['input.a: "x"']],
    ["in an array with patterns", "p if input.a in [[1], 2]", ["input.a: array 1 or 2"]],
    ["in an array of sets", "p if input.a in [{1}]", ["input.a: defined or defined"]],
    ["in something else", "p if input.a in input.b", ["input.a: defined", "input.b: defined"]],
    ["a constant in a document", 'p if "x" in input.a', ['input.a: "x"']],
    ["a composite in a document", "p if [[1]] in input.a", ["input.a: defined"]],
    ["a glob", 'p if glob.match("a.*", ["."], input.a)', ['input.a: glob "a" _']],
    ["a glob without delimiters", 'p if glob.match("a", [], input.a)', ['input.a: glob "a"']],
    ["a glob with other wildcards", 'p if glob.match("a*", ["."], input.a)', ["input.a: defined"]],
    ["a glob with an escaped wildcard", 'p if glob.match(`a\\*`, ["."], input.a)', ['input.a: glob "a\\\\*"']],
    ["a glob of any text", 'p if glob.match("a", null, input.a)', ["input.a: defined"]],
    [
      "a glob with unknown delimiters",
      'p if glob.match("a", input.b, input.a)',
      ["input.b: defined", "input.a: defined"],
    ],
    ["a glob of a constant", 'p if glob.match("a", ["."], "a")', []],
    ["a negation", "p if not input.a", []],
    ["a modifier", "p if input.a with input.a as 1", []],
    ["a comparison", "p if input.a > 1", ["input.a: defined"]],
    ["a body that prints", "p if { input.a; print(1) }", []],
  ])("%s", (_title, source, expected) => {
    expect(conditionsOf(source)).toStrictEqual(expected);
  });
});
