import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

describe("base and virtual documents are one (8.7)", () => {
  const rego = [
    "package a.b\n\np := 1\n\nf(x) := x\n\nq if input.none\n",
    "package a.c\n\nr contains 1\n",
    "package a.empty\n",
  ];
  const data = { a: { b: { p: "hidden", s: 2 }, z: 3, c: "base" }, nested: { "2": "two" }, list: ["x"] };

  test.each<[string, string, string]>([
    ["a rule hides base data", "data.a.b.p", "1"],
    ["base data beside rules", "data.a.b.s", "2"],
    ["a package: no functions, no undefined rules, and base data, which wins", "data.a.b", '{"p": "hidden", "s": 2}'],
    ["a base value wins over a package that it clashes with", "data.a.c", '"base"'],
    ["an empty package", "data.a.empty", "{}"],
    ["several packages", "data.a", '{"b": {"p": "hidden", "s": 2}, "c": "base", "empty": {}, "z": 3}'],
    ["iteration over packages and base data", "[k | data.a[k]]", '["b", "c", "empty", "z"]'],
    ["iteration into rules", "[k | data.a[k].p]", '["b"]'],
    ["a variable package", '[v | k := "b"; v := data.a[k].p]', "[1]"],
    ["base data only", "data.a.z", "3"],
    ["nothing", "data.none.x", "undefined"],
    ["a number finds a key of base data that spells it", "data.nested[2]", '"two"'],
    ["an index of base data", "data.list[0]", '"x"'],
    ["iteration over base data", "[i | data.list[i]]", "[0]"],
    ["a member of a partial set", "data.a.c.r[1]", "1"],
  ])("%s", (_title, query, expected) => {
    const isMember = query === "data.a.c.r[1]";
    expect(outcomeOf({ rego, query, data: isMember ? {} : data })).toBe(expected);
  });

  test("the package system is hidden from iteration", () => {
    const modules = ["package system.x\n\np := 1\n", "package test\n\nq := 2\n"];
    expect(outcomeOf({ rego: modules, query: "[k | data[k]]" })).toBe('["test"]');
    expect(outcomeOf({ rego: modules, query: "data.system.x.p" })).toBe("1");
  });

  test("a rule is evaluated once", () => {
    const lines: string[] = [];
    outcomeOf({
      rego: 'p := 1 if print("once")\nq := [p, p, data.test.p]',
      compile: { printing: "on" },
      print: ({ text }) => lines.push(text),
    });
    expect(lines).toStrictEqual(["once"]);
  });
});
