import { expect, test } from "vitest";
import {
  calledOperator,
  callOf,
  dottedName,
  isWildcard,
  literalOf,
  operatorName,
  operatorReference,
  plainTerm,
  rootName,
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

test("names of what references begin with and of what calls call", () => {
  const place = nowhere("");
  const odd = { kind: "reference", head: scalar("a", place), path: [], location: place } as const;
  expect([rootName(operatorReference("data.a", place)), rootName(odd)]).toStrictEqual(["data", ""]);
  expect([operatorName(operatorReference("json.is_valid", place)), operatorName(odd)]).toStrictEqual([
    "json.is_valid",
    "",
  ]);
});

test("a declaration is no term", () => {
  const place = nowhere("");
  expect(plainTerm(scalar(1, place))).toStrictEqual(scalar(1, place));
  expect(() => plainTerm({ kind: "some", symbols: [], location: place })).toThrow(
    "a declaration was not compiled away",
  );
});
