import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEqual } from "./value-equality.js";
import { Double, NULL_LIST, Placeholder, type WorkingValue } from "./working-value.js";

const source = { provider: "p", dataSource: "Username", failurePolicy: "Fail", default: "" };
const placeholder = (change: object = {}, key = "k") => new Placeholder({ ...source, ...change }, key);

const CASES: readonly (readonly [WorkingValue | undefined, WorkingValue | undefined, boolean])[] = [
  [undefined, undefined, true],
  [undefined, null, false],
  [null, {}, false],
  [1, 1, true],
  [1, 1n, true],
  [2n ** 64n, 2 ** 64, true],
  [2n ** 53n + 1n, 2 ** 53, false],
  [1, "1", false],
  [0, false, false],
  ["a", "a", true],
  [1, new Double(1), false],
  [new Double(1), 1n, false],
  [new Double(1), new Double(1), true],
  [new Double(1), new Double(2), false],
  [[], {}, false],
  [{}, [], false],
  [[1, [2]], [1n, [2]], true],
  [[1], [1, 2], false],
  [NULL_LIST, NULL_LIST, true],
  [NULL_LIST, [], false],
  [[], NULL_LIST, false],
  [{ a: 1, b: { c: [] } }, { b: { c: [] }, a: 1 }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [JSON.parse('{"toString":1}'), {}, false],
  [{ toString: "a" }, { valueOf: "a" }, false],
  [placeholder(), placeholder(), true],
  [placeholder(), placeholder({}, "l"), false],
  [placeholder(), placeholder({ provider: "q" }), false],
  [placeholder(), placeholder({ dataSource: "ValueAtLocation" }), false],
  [placeholder(), placeholder({ failurePolicy: "Ignore" }), false],
  [placeholder(), placeholder({ default: "d" }), false],
  [placeholder(), "k", false],
];

it.each(CASES)("%o and %o: %j", (one, other, expected) => {
  expect(isEqual(one, other)).toBe(expected);
  expect(isEqual(other, one)).toBe(expected);
});

describe("for any JSON", () => {
  it("a value equals its copy, and what has another JSON text is another value", () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(json, json, (one, other) => {
        const copy: WorkingValue = JSON.parse(JSON.stringify(one));
        expect(isEqual(copy, JSON.parse(JSON.stringify(copy)))).toBe(true);
        const isSame = isEqual(copy, JSON.parse(JSON.stringify(other)));
        if (isSame) expect(copy).toEqual(JSON.parse(JSON.stringify(other)));
      }),
    );
  });

  it("depth is no burden", () => {
    const nest = (end: WorkingValue): WorkingValue => {
      let value = end;
      for (let depth = 0; depth < 100_000; depth++) value = depth % 2 === 0 ? [value] : { a: value };
      return value;
    };
    expect(isEqual(nest(1), nest(1n))).toBe(true);
    expect(isEqual(nest(1), nest(2))).toBe(false);
  });
});
