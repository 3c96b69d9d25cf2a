import { compileRego, toText, type Value } from "@ostiary/rego";
import { expect, test } from "vitest";
import { withDoubleNumbers } from "./double-numbers.js";

test.each<[Value, string]>([
  [999999, "999999"],
  [1000000, "1e+06"],
  [1000680000, "1.00068e+09"],
  [-1234567.5, "-1.2345675e+06"],
  [9007199254740993n, "9.007199254740992e+15"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [0, "0"],
])("%s is printed as %s", (value, text) => {
  expect(toText(withDoubleNumbers({ a: [value] }))).toBe(`{"a": [${text}]}`);
});

test("numbers stay equal to what they are", () => {
  const policy = compileRego([{ file: "a", source: "package a\n\np := input == 1000000\n" }]);
  const results = policy.ok ? policy.value.evaluate("data.a.p", { inputValue: withDoubleNumbers(1000000) }) : policy;
  expect(results.ok && results.value[0]?.expressions).toEqual([true]);
});

test("what needs no change is the same object, and what does is a copy; names like `__proto__` stay names", () => {
  const plain = { a: [1, { b: "x" }] };
  expect(withDoubleNumbers(plain)).toBe(plain);
  const long = JSON.parse('{"__proto__": {"a": 1000000}, "b": [null]}');
  const changed = withDoubleNumbers(Object.freeze(long));
  expect(toText(changed)).toBe('{"__proto__": {"a": 1e+06}, "b": [null]}');
  expect(JSON.stringify(long)).toBe('{"__proto__":{"a":1000000},"b":[null]}');
});

test("depth is no burden", () => {
  let deep: Value = 1000000;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  expect(() => withDoubleNumbers(deep)).not.toThrow();
});
