import { describe, expect, test } from "vitest";
import { compileRego } from "../index.js";

const errorsOf = (source: string, version: "v0" | "v1" = "v1", strict: "on" | "off" = "on"): readonly string[] => {
  const policy = compileRego([{ file: "a.rego", source: `package a\n\n${source}\n` }], { version, strict });
  return policy.ok ? [] : policy.errors.map(({ row, message }) => `${row}: ${message}`);
};

describe("the strict mode refuses what is allowed and hardly meant", () => {
  test.each([
    ["import data.lib.x\n\np := 1", ["3: import data.lib.x unused"]],
    ["import input.user as who\n\np := input.user", ["3: import input.user as who unused"]],
    ["p if {\n\tx := 1\n}", ["4: assigned var x unused"]],
    ["p := [1 | y := 2]", ["3: assigned var y unused"]],
    ["p if {\n\t[x, y] := input\n\tx > 1\n}", ["4: assigned var y unused"]],
    ["f(x) := 1", ["3: unused argument x. (hint: use _ (wildcard variable) instead)"]],
    ["f(x, [y]) := x if input", ["3: unused argument y. (hint: use _ (wildcard variable) instead)"]],
  ])("%j", (source, errors) => {
    expect(errorsOf(source)).toStrictEqual(errors);
    expect(errorsOf(source, "v1", "off")).toStrictEqual([]);
  });

  test.each([
    "import data.lib.x\n\np if x",
    "import data.a.f\n\nf(x) := x\n\np if f(1)",
    "import data.lib\n\np := lib.x",
    "import data.lib\n\np := [y | y := lib.x]",
    "import rego.v1\n\np := 1",
    "import future.keywords.in\n\np := 1",
    "p := x if { x := 1 }",
    "p if { x := 1; every y in input { y > x } }",
    "p if { _ := 1 }",
    "f(_) := 1",
    "f(x) := 1 if { x > 1 } else := 2",
    "f(x) := 1 if { input } else := x",
    "f(x, x) := 1",
  ])("%j is as it should be", (source) => {
    expect(errorsOf(source)).toStrictEqual([]);
  });

  test.each([
    ["p { any([true]) }", "deprecated built-in function calls in expression: any"],
    ["input := 1", "rules must not shadow input (use a different rule name)"],
    ["import data.x.y\nimport data.z.y\n\np { y }", "import must not shadow import data.x.y"],
  ])("of v0 it asks what v1 does: %j", (source, message) => {
    expect(errorsOf(source, "v0")).toStrictEqual([expect.stringContaining(message)]);
    expect(errorsOf(source, "v0", "off")).toStrictEqual([]);
  });
});
