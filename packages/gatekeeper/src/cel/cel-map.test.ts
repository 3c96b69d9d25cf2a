import { describe, expect, it } from "vitest";
import { ValueList } from "./cel-list.js";
import { keyText, ValueMap } from "./cel-map.js";
import { CelUint } from "./cel-value.js";

describe("maps", () => {
  it("take numbers of any type for one key", () => {
    const map = new ValueMap([[1n, "int"]]);
    expect(map.find(new CelUint(1n))).toBe("int");
    expect(map.find(1)).toBe("int");
    expect(map.find(1.5)).toBeUndefined();
    expect(map.find("1")).toBeUndefined();
  });

  it("keep the last of equal keys; lists are met but not found", () => {
    const list = new ValueList([]);
    const map = new ValueMap([
      ["a", 1n],
      ["a", 2n],
      [null, 3n],
      [list, 4n],
      [list, 5n],
    ]);
    expect([map.find("a"), map.find(null), map.find(list)]).toEqual([2n, 3n, undefined]);
    expect(map.keys()).toEqual(["a", null, list, list]);
  });

  it("know no names of JavaScript", () => {
    expect(new ValueMap([]).find("__proto__")).toBeUndefined();
  });

  it("have keys that are told apart by type and value", () => {
    expect(keyText("1")).not.toBe(keyText(1n));
    expect(keyText(true)).not.toBe(keyText("true"));
    expect(keyText(null)).toBeUndefined();
  });
});
