import { expect, test } from "vitest";
import { DeclaredNames } from "./declared-names.js";
import { NameSource } from "./name-source.js";

test("a name is found in the innermost scope that declares it", () => {
  const declared = new DeclaredNames(new NameSource());
  declared.declare("x", "assigned");
  const inside = declared.inner(() => {
    expect(declared.use("x")).toBe("x#0");
    declared.declare("x", "declared");
    return declared.declaredHere();
  });
  expect(inside).toStrictEqual([["x", "x#1"]]);
  expect(declared.declaredHere()).toStrictEqual([]);
  expect(declared.use("x")).toBe("x#0");
});

test("a scope refuses a second declaration and says why", () => {
  const declared = new DeclaredNames(new NameSource());
  declared.declare("a", "argument");
  declared.declare("b", "declared");
  declared.use("c");
  expect(declared.declare("a", "assigned")).toStrictEqual({ error: "arg a redeclared" });
  expect(declared.declare("b", "assigned")).toStrictEqual({ error: "var b declared above" });
  expect(declared.declare("c", "assigned")).toStrictEqual({ error: "var c referenced above" });
  expect(declared.declaredHere()).toStrictEqual([["b", "b#1"]]);
});
