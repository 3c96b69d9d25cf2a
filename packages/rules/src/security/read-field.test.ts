import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readField } from "./read-field.js";

describe("readField", () => {
  it.each([
    [["a"], ["a"]],
    [undefined, undefined],
    [[1], undefined],
  ])("makes of %j the value %j", (value, field) => {
    expect(readField(z.array(z.string()), value)).toEqual(field);
  });
});
