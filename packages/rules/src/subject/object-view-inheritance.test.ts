import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../test/judge.js";
import { ObjectView } from "./object-view.js";
import { Reading } from "./reading.js";

const view = (value: unknown): ObjectView => ObjectView.root(new Reading(), deepFreeze(value), []);

describe("ObjectView, of properties that objects inherit", () => {
  // Nothing of the test runner may run while the prototype is tampered with.
  const whileInherited = <Result>(field: string, value: unknown, run: () => Result): Result => {
    Object.defineProperty(Object.prototype, field, { value, configurable: true, enumerable: true, writable: true });
    try {
      return run();
    } finally {
      Reflect.deleteProperty(Object.prototype, field);
    }
  };

  const places: Readonly<Record<string, () => ObjectView>> = {
    "an object": () => view({}),
    "an absent object": () => view({}).object("a"),
    "a null in a list": () => view({ a: [null] }).objects("a")[0] ?? view({}),
  };

  it.each(Object.entries(places))("does not read from %s what somebody added to all objects", (_, place) => {
    const found = whileInherited("hostNetwork", true, () => place().boolean("hostNetwork"));
    expect(found).toBeUndefined();
  });

  it.each(["toString", "constructor", "hasOwnProperty", "__proto__"])("does not read %s", (key) => {
    for (const place of Object.values(places)) {
      const object = place();
      expect(object.has(key)).toBe(false);
      expect(object.string(key)).toBeUndefined();
      expect(object.strings(key)).toEqual([]);
      expect(object.reading.faults).toEqual([]);
    }
  });

  it("reads an own field of such a name", () => {
    expect(view(JSON.parse('{ "__proto__": { "a": "x" } }')).object("__proto__").string("a")).toBe("x");
    expect(view({ toString: "x" }).string("toString")).toBe("x");
    const bare: unknown = Object.assign(Object.create(null), { a: "x" });
    expect(view(bare).string("a")).toBe("x");
  });
});
