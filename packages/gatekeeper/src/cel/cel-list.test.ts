import { describe, expect, it } from "vitest";
import { ValueList } from "./cel-list.js";

describe("lists", () => {
  it("give their elements by position and in order", () => {
    const list = new ValueList([1n, null, "a"]);
    expect(list.size).toBe(3);
    expect(list.at(1)).toBeNull();
    expect(list.at(3)).toBeUndefined();
    expect([...list.values()]).toEqual([1n, null, "a"]);
    expect(list.origin).toBeUndefined();
  });
});
