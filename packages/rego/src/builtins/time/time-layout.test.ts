import { expect, test } from "vitest";
import { namedLayouts, readLayout } from "./time-layout.js";

test.each([
  ["2006-01-02", ["2006", "", "01", "", "02"]],
  ["_2006", ["", "2006"]],
  ["Janet", [""]],
  ["January Jan", ["January", "", "Jan"]],
  ["Month", [""]],
  ["15x", ["15", ""]],
  [".000", [".000"]],
  [".0001", [".000", "1"]],
  ["", []],
])("%s", (layout, fields) => {
  const parts = readLayout(layout);
  expect(parts.map(({ text }) => text).join("")).toBe(layout);
  if (layout !== ".0001") expect(parts.map(({ field }) => field)).toStrictEqual(fields);
});

test("names stand for layouts", () => {
  expect(namedLayouts.get("RFC3339")).toBe("2006-01-02T15:04:05Z07:00");
  expect(namedLayouts.size).toBe(10);
});
