import { expect, test } from "vitest";
import { readFraction, readName, readNumber, readOffset, readZoneName } from "./time-fields.js";

test("fields are read from the start of a text", () => {
  expect(readNumber("123", 1, 2)).toStrictEqual({ value: 12, rest: "3" });
  expect(readNumber("1x", 2, 2)).toBeUndefined();
  expect(readName("FEBruary", ["January", "February"], 3)).toStrictEqual({ value: 1, rest: "ruary" });
  expect(readName("x", ["January"], undefined)).toBeUndefined();
  expect(readFraction(".1234567891", 10)).toStrictEqual({ value: 123_456_789, rest: "" });
  expect(readFraction("1", 1)).toBeUndefined();
});

test.each([
  ["Z", "Z07:00", { value: 0, rest: "" }],
  ["+02:00x", "Z07:00", { value: 7200, rest: "x" }],
  ["-0130", "-0700", { value: -5400, rest: "" }],
  ["+01", "-07", { value: 3600, rest: "" }],
  ["+01:02:03", "-07:00:00", { value: 3723, rest: "" }],
  ["+25:00", "-07:00", { value: 90_000, rest: "", outOfRange: "time zone offset hour" }],
  ["Z", "-07:00", undefined],
])("offset %s by %s", (text, field, expected) => {
  expect(readOffset(text, field)).toStrictEqual(expected);
});

test.each([
  ["CET 1", " 1"],
  ["GMT+3x", "x"],
  ["+03", ""],
  ["WITA", ""],
  ["ChST", ""],
  ["ABCDT", ""],
])("zone %s", (text, rest) => {
  expect(readZoneName(text)?.rest).toBe(rest);
});

test.each(["AB", "est", "ABCDE", "ABCDEF", ""])("`%s` is no zone", (text) => {
  expect(readZoneName(text)).toBeUndefined();
});
