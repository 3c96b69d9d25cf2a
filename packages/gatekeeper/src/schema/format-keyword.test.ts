import { expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";
import { isKnownFormat } from "./format-keyword.js";

it("a text of another format is shown with the format's name as it is written", () => {
  expect(errorsOf({ type: "string", format: "date-time" }, "x")).toEqual([
    'v: Invalid value: "x": v in body must be of type date-time: "x"',
  ]);
  expect(errorsOf({ type: "string", format: "date-time" }, "2024-01-02T03:04:05Z")).toEqual([]);
});

it.each([
  ["date-time", ["string"], true],
  ["datetime", [], true],
  ["date", ["integer"], false],
  ["int32", ["integer"], true],
  ["int32", ["number"], false],
  ["double", ["number"], true],
  ["date", ["object"], false],
  ["date", ["integer", "string"], true],
  ["colour", ["string"], false],
])("a cluster knows %s of %j: %j (apiextensions, formats.go)", (format, types, expected) => {
  expect(isKnownFormat(format, types)).toBe(expected);
});
