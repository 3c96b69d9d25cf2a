import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";

test.each<[string, readonly string[]]>([
  ["p := p", ["rule data.test.p is recursive: data.test.p -> data.test.p"]],
  ["f(x) := f(x - 1)", ["rule data.test.f is recursive: data.test.f -> data.test.f"]],
  ["p if { data.test[_] }", ["rule data.test.p is recursive: data.test.p -> data.test.p"]],
  ["p if false\nelse if p", ["rule data.test.p is recursive: data.test.p -> data.test.p"]],
  [
    "a := b\nb := c\nc := a\nd := a",
    [
      "rule data.test.a is recursive: data.test.a -> data.test.b -> data.test.c -> data.test.a",
      "rule data.test.b is recursive: data.test.b -> data.test.c -> data.test.a -> data.test.b",
      "rule data.test.c is recursive: data.test.c -> data.test.a -> data.test.b -> data.test.c",
    ],
  ],
])("%j is recursive (6.9)", (rego, messages) => {
  const lines = outcomeOf({ rego }).split("\n");
  expect(lines.map((line) => line.replace(/^.*rego_recursion_error: /, ""))).toStrictEqual(messages);
});

test("a variable reference depends only on what it could reach", () => {
  const rego = [
    'package test\n\np := data[first].allow if first := "other"\n',
    "package other\n\nallow := 1\n",
    "package unrelated\n\ndeny := data.test.p\n",
  ];
  expect(outcomeOf({ rego, query: "data.test.p" })).toBe("1");
});
