import { parseModule, syntaxTree } from "@ostiary/rego";
import { expect, test } from "vitest";
import { treeText } from "./tree-text.js";

const textOf = (source: string): string => {
  const parsed = parseModule(`package x\n\n${source}\n`, { file: "x.rego", version: "v1" });
  return parsed.ok ? treeText(syntaxTree(parsed.value)) : "";
};

test("each level is a blank further in", () => {
  expect(
    textOf('import data.y as z\n\ndefault p := {"a": [null]}\n\nf(v) if not v with input as 1\nelse := 2'),
  ).toBe(`module
 package
  ref
   data
   "x"
 import
  ref
   data
   "y"
  z
 default rule
  head
   ref
    p
   object
    "a"
    array
     null
  body
   expr index=0
    true
 rule
  head
   ref
    f
   args
    v
   true
  body
   expr negated index=0
    v
    with
     ref
      input
     1
  else
   head
    ref
     f
    args
     v
    2
   body
    expr index=0
     true
`);
});

test("closures have their bodies", () => {
  const text = textOf("p := [x | some x in input]\n\nq if every y in input { y }");
  expect(text).toContain("arraycomprehension\n    x\n    body\n     expr index=0\n      symbols\n       call\n");
  expect(text).toContain("    y\n    ref\n     input\n    body\n     expr index=0\n      y\n");
});

test("what is no tree has no text", () => {
  expect([treeText(null), treeText({})]).toEqual(["module\n", "module\n package\n  ref\n"]);
});

test("a list of 200,000 items is no trouble", () => {
  const items = Array.from({ length: 200_000 }, () => ({ type: "number", value: 1 }));
  const rules = [{ head: { ref: [{ type: "var", value: "p" }], value: { type: "array", value: items } } }];
  expect(treeText({ rules }).split("\n")).toHaveLength(200_009);
});
