import { expect, test } from "vitest";
import { type Fields, fraction, offset, outOfRange, readers, setters } from "./time-readers.js";

const blank: Fields = {
  year: 0,
  month: undefined,
  day: undefined,
  dayOfYear: undefined,
  hour: 0,
  minute: 0,
  second: 0,
  nanosecond: 0,
  offset: 0,
  half: undefined,
};

test.each([
  ["2006", "2024x", { year: 2024 }],
  ["06", "68", { year: 2068 }],
  ["06", "69", { year: 1969 }],
  ["January", "march", { month: 3 }],
  ["Jan", "DEC", { month: 12 }],
  ["_2", " 7", { day: 7 }],
  ["__2", "  7", { dayOfYear: 7 }],
  ["002", "007", { dayOfYear: 7 }],
  ["15", "9", { hour: 9 }],
  ["04", "09", { minute: 9 }],
  ["5", "09", { second: 9 }],
  ["PM", "AM", { half: "AM" }],
  ["pm", "pm", { half: "PM" }],
] as const)("%s reads %s", (field, text, expected) => {
  const fields: Fields = { ...blank };
  setters.get(field)?.(fields, readers.get(field)?.(text, field)?.value ?? Number.NaN);
  expect(fields).toStrictEqual({ ...blank, ...expected });
});

test("zeros want exactly so many digits, nines any number or none", () => {
  expect(fraction(".12", ".000")).toBeUndefined();
  expect(fraction(".1234", ".000")).toStrictEqual({ value: 123_000_000, rest: "4" });
  expect(fraction("x", ".999")).toStrictEqual({ value: 0, rest: "x" });
  expect(offset("Z", "Z07:00")).toStrictEqual({ value: 0, rest: "" });
});

test("ranges are checked", () => {
  expect([outOfRange("1", 0), outOfRange("15", 23), outOfRange("04", 60), outOfRange("Jan", 99)]).toStrictEqual([
    "month",
    undefined,
    "minute",
    undefined,
  ]);
});
