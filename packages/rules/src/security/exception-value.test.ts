import { describe, expect, it } from "vitest";
import { ObjectView } from "../subject/object-view.js";
import { Reading } from "../subject/reading.js";
import {
  exceptedBoolean,
  exceptedList,
  exceptedStrings,
  exceptionAllowed,
  speAllows,
  speAllowsListed,
} from "./exception-value.js";

const exception = (field: unknown) => ObjectView.root(new Reading(), { securityContext: { field } }, []);

describe("what an exception allows", () => {
  it("is undefined where it says nothing", () => {
    for (const field of [undefined, null, {}]) {
      expect(exceptedBoolean(exception(field), "field")).toBeUndefined();
      expect(exceptedStrings(exception(field), "field")).toBeUndefined();
      expect(exceptedList(exception(field), "field")).toBeUndefined();
    }
  });

  it("is read with its type", () => {
    expect(exceptedBoolean(exception({ allowedValue: false }), "field")).toBe(false);
    expect(exceptedStrings(exception({ allowedValues: [] }), "field")).toEqual([]);
    expect(exceptedStrings(exception({ allowedValues: ["a"] }), "field")).toEqual(["a"]);
    expect(exceptedList(exception({ allowedValues: [1, { a: 1 }] }), "field")).toEqual([1, { a: 1 }]);
    expect(exceptedList(exception({ allowedValues: "a" }), "field")).toBeUndefined();
  });

  it("is shown, numbers as floats", () => {
    expect(speAllows(undefined)).toBe("");
    expect(speAllows([1_000_000, "a"])).toBe(' | SPE allows: [1e+06, "a"]');
    expect(speAllowsListed(undefined)).toBe("");
    expect(speAllowsListed([])).toBe("");
    expect(speAllowsListed(["a"])).toBe(' | SPE allows: ["a"]');
    expect(exceptionAllowed(" things", undefined)).toBe("");
    expect(exceptionAllowed(" things", [1_000_000])).toBe(" | SecurityPolicyException allowed things: [1e+06]");
  });
});
