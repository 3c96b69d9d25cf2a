import { describe, expect, it } from "vitest";
import {
  Double,
  isFields,
  isInt64,
  isList,
  NULL_LIST,
  ownField,
  Placeholder,
  settle,
  type WorkingValue,
  withDoubles,
  withField,
  withItem,
  withoutField,
} from "./working-value.js";

const source = { provider: "p", dataSource: "Username", failurePolicy: "Fail", default: "" };
const keyOf = ({ key }: Placeholder): string => key;

it.each<[WorkingValue | undefined, string]>([
  [{}, "fields"],
  [[], "list"],
  [NULL_LIST, "list"],
  [null, "neither"],
  [undefined, "neither"],
  ["a", "neither"],
  [new Double(1), "neither"],
  [new Placeholder(source, "a"), "neither"],
])("%o is %s", (value, kind) => {
  const kinds = [isFields(value) ? "fields" : "", isList(value) ? "list" : ""].join("");
  expect(kinds || "neither").toBe(kind);
});

it("only own fields exist, and __proto__ is a name like any other", () => {
  expect(ownField({}, "toString")).toBeUndefined();
  const changed = withField({ a: 1 }, "__proto__", 2);
  expect(Object.keys(changed)).toEqual(["a", "__proto__"]);
  expect(ownField(changed, "__proto__")).toBe(2);
  expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
  expect(withoutField(changed, "a")).toEqual(JSON.parse('{"__proto__":2}'));
});

it("items are replaced in copies, or added at the end", () => {
  const list = Object.freeze(["a", "b"]);
  expect(withItem(list, 0, "c")).toEqual(["c", "b"]);
  expect(withItem(list, 2, "c")).toEqual(["a", "b", "c"]);
});

it.each([
  [5, true],
  [-0, true],
  [1.5, false],
  [2 ** 63, false],
  [-(2 ** 63), true],
  [1e21, false],
  [2n ** 63n - 1n, true],
  [2n ** 63n, false],
])("%s is an integer of 64 bits: %j", (value, expected) => {
  expect(isInt64(value)).toBe(expected);
});

it("integers become doubles wherever they are, large ones are rounded", () => {
  const [five, large] = [new Double(5), new Double(2 ** 53)];
  expect(withDoubles({ a: [5, { b: 2n ** 53n + 1n }], c: 1.5, d: null, e: "5", f: true })).toEqual({
    a: [five, { b: large }],
    c: 1.5,
    d: null,
    e: "5",
    f: true,
  });
  expect(Object.keys(Object(withDoubles(JSON.parse('{"__proto__":1}'))))).toEqual(["__proto__"]);
});

describe("settling", () => {
  it("replaces doubles, placeholders and the list that is none", () => {
    const value = { a: [new Double(5), NULL_LIST], b: new Placeholder(source, "key"), c: "x" };
    expect(settle(value, undefined, keyOf)).toEqual({ a: [5, null], b: "key", c: "x" });
    expect(settle(NULL_LIST, NULL_LIST, keyOf)).toBeNull();
  });

  it("leaves alone what holds none, and what was there before", () => {
    const kept = { deep: [1, { x: "y" }] };
    expect(settle(kept, undefined, keyOf)).toBe(kept);
    const value = { kept, added: new Double(1), list: [kept, "a"] };
    const settled = settle(value, { kept, list: [kept] }, keyOf);
    expect(settled).toEqual({ kept, added: 1, list: [kept, "a"] });
    expect(Object(settled).kept).toBe(kept);
    expect(Object(settled).list).toBe(value.list);
  });
});
