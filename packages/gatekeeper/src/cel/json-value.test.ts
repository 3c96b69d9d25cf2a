import { describe, expect, it } from "vitest";
import { CelList, CelMap } from "./cel-value.js";
import { fromJson, JsonList, JsonMap } from "./json-value.js";
import { Origin } from "./origin.js";

describe("fromJson", () => {
  it.each([
    [1, 1n],
    [1.5, 1.5],
    [-0, 0n],
    [9007199254740993n, 9007199254740993n],
    [1e300, 1e300],
    [2n ** 64n, 2 ** 64],
    [Number.NaN, Number.NaN],
    ["a", "a"],
    [true, true],
    [null, null],
  ])("whole numbers are ints, as far as they fit: %s", (json, value) => {
    expect(fromJson(json)).toEqual(value);
  });

  it("lists and objects are read when they are asked", () => {
    const list = fromJson([1, [2]]);
    const map = fromJson({ a: { b: 1 } });
    expect(list instanceof CelList && list.at(0)).toBe(1n);
    expect(list instanceof CelList && list.at(9)).toBeUndefined();
    expect(map instanceof CelMap && map.find("a")).toBeInstanceOf(JsonMap);
    expect(map instanceof CelMap && map.keys()).toEqual(["a"]);
  });

  it("only own fields count, of keys that are texts", () => {
    const map = new JsonMap(JSON.parse('{"__proto__": 1, "n": null}'), undefined);
    expect(map.find("__proto__")).toBe(1n);
    expect(map.find("constructor")).toBeUndefined();
    expect(map.find("n")).toBeNull();
    expect(map.find(1n)).toBeUndefined();
    expect(map.size).toBe(2);
  });

  it("parts know where they lie", () => {
    const inner = new JsonMap({ spec: { list: [{}] } }, Origin.root()).find("spec");
    const list = inner instanceof JsonMap ? inner.find("list") : undefined;
    expect(list instanceof JsonList ? list.origin?.path() : undefined).toEqual(["spec", "list"]);
    const element = list instanceof JsonList ? list.at(0) : undefined;
    expect(element instanceof JsonMap ? element.origin?.path() : undefined).toEqual(["spec", "list", 0]);
  });
});
