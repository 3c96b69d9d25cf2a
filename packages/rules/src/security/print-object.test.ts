import { describe, expect, it } from "vitest";
import { ObjectView } from "../subject/object-view.js";
import { Reading } from "../subject/reading.js";
import { printObject, wholeObject } from "./print-object.js";

const VIEW = ObjectView.root(new Reading(), { b: [1_000_000], a: null, c: undefined }, []);

describe("wholeObject", () => {
  it("is the object as written", () => {
    expect(wholeObject(VIEW)).toEqual({ b: [1_000_000], a: null, c: null });
  });
});

describe("printObject", () => {
  it("sorts keys and shows numbers as floats", () => {
    expect(printObject(VIEW)).toBe('{"a": null, "b": [1e+06], "c": null}');
  });
});
