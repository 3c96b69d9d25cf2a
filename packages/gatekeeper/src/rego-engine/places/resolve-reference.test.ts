import type { Value } from "@ostiary/rego";
import { expect, test } from "vitest";
import { parseLiteral } from "../../../test/rego-rule.js";
import { locateIn } from "./located-values.js";
import { placeOf, resolveReference } from "./resolve-reference.js";

const OBJECT = { spec: { containers: [{ name: "a", image: "x" }, { name: "b" }] }, labels: { k: "v" } };
const BINDINGS = new Map<string, Value>([
  ["c", OBJECT.spec.containers[1] ?? null],
  ["i", 0],
  ["k", "k"],
  ["other", { name: "z" }],
]);
const solution = { object: OBJECT, locate: locateIn(OBJECT), bindings: BINDINGS };

const resolve = (text: string, onAnyMember: "enter" | "stay" = "stay") => {
  const { expression } = parseLiteral(text);
  if (expression.kind !== "reference") throw new Error("no reference");
  return resolveReference(expression, solution, onAnyMember).map(({ path, value }) => [path.join("."), value]);
};

test.each([
  ["input.review.object.spec.containers[0].image", [["spec.containers.0.image", "x"]]],
  ["input.review.object.spec.containers[i].name", [["spec.containers.0.name", "a"]]],
  ["input.review.object.labels[k]", [["labels.k", "v"]]],
  ["input.review.object.nothing.there", [["nothing.there", undefined]]],
  ["input.review.object.__proto__.a", [["__proto__.a", undefined]]],
  ["c.image", [["spec.containers.1.image", undefined]]],
  ["input.review.object", [["", OBJECT]]],
  ["input.review.name", []],
  ["input.parameters.a", []],
  ["other.name", []],
  ["data.inventory.x", []],
])("%s reads %j", (text, places) => {
  expect(resolve(text)).toEqual(places);
});

test("any member is entered, or not", () => {
  const text = "input.review.object.spec.containers[_].name";
  expect(resolve(text, "enter")).toEqual([
    ["spec.containers.0.name", "a"],
    ["spec.containers.1.name", "b"],
  ]);
  expect(resolve(text, "stay")).toEqual([["spec.containers", OBJECT.spec.containers]]);
});

test("a variable that holds a part of the object has its place", () => {
  expect(placeOf(OBJECT.labels, solution)).toEqual({ path: ["labels"], value: OBJECT.labels });
  expect(placeOf("v", solution)).toBeUndefined();
});
