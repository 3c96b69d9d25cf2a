import { expect, test } from "vitest";
import {
  calledOperator,
  callOf,
  dottedName,
  isWildcard,
  literalOf,
  operatorReference,
  scalar,
  variable,
} from "./ast.js";
import { nowhere } from "./location.js";

const place = nowhere("");

test("a dotted name is one of names only", () => {
  expect(dottedName(operatorReference("io.jwt.decode", place))).toBe("io.jwt.decode");
  expect(dottedName({ ...operatorReference("a", place), path: [scalar(1, place)] })).toBeUndefined();
  expect(dottedName({ ...operatorReference("a", place), head: scalar("a", place) })).toBeUndefined();
});

test("a call knows its operator, other terms have none", () => {
  expect(calledOperator(callOf("eq", [], place))).toBe("eq");
  expect(calledOperator(scalar(1, place))).toBeUndefined();
});

test("wildcards have names that no source can spell", () => {
  expect([isWildcard("$1"), isWildcard("x")]).toStrictEqual([true, false]);
});

test("a new literal is positive and has no modifiers", () => {
  expect(literalOf(variable("x", place), place)).toMatchObject({ negated: false, modifiers: [] });
});
