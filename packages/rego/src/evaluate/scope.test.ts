import { expect, test } from "vitest";
import { variable } from "../syntax/ast.js";
import { nowhere } from "../syntax/location.js";
import { Scope } from "./scope.js";

const x = variable("x", nowhere(""));

test("a variable has one slot in a rule, and slot 0 is the result's", () => {
  const scope = Scope.start("any");
  expect(scope.slotOf("x")).toBe(1);
  expect(scope.inner("any").slotOf("x")).toBe(1);
  expect(scope.slotOf("y")).toBe(2);
  expect(scope.layout.reserve()).toBe(3);
  expect(scope.layout.size).toBe(4);
});

test("what a closure binds is not bound outside, what is bound outside is inside", () => {
  const scope = Scope.start("any");
  const inner = scope.inner("sorted");
  inner.bind("x");
  expect([inner.knows(x), scope.knows(x)]).toStrictEqual([true, false]);
  scope.bind("x");
  expect(scope.inner("any").isBound("x")).toBe(true);
  expect([scope.order, inner.order]).toStrictEqual(["any", "sorted"]);
});

test("root documents are always known", () => {
  expect(Scope.start("any").knows(variable("input", nowhere("")))).toBe(true);
});
