import fc from "fast-check";
import { expect, test } from "vitest";
import { civilTimeOf, dayOfWeek, dayOfYear, daysIn, daysOf, secondsOf } from "./civil-time.js";

test("seconds and civil times agree with JavaScript's dates", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), (seconds) => {
      const date = new Date(seconds * 1000);
      const time = civilTimeOf(seconds, 5);
      expect(time).toStrictEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        nanosecond: 5,
      });
      expect(secondsOf(time)).toBe(seconds);
      expect(dayOfWeek(time)).toBe(date.getUTCDay());
    }),
  );
});

test("months and days that overflow are carried over", () => {
  expect(daysOf(2023, 14, 1)).toBe(daysOf(2024, 2, 1));
  expect(daysOf(2024, 1, 32)).toBe(daysOf(2024, 2, 1));
  expect(daysOf(2024, 0, 1)).toBe(daysOf(2023, 12, 1));
});

test("leap years count", () => {
  expect([2000, 1900, 2024, 2023].map((year) => daysIn(year, 2))).toStrictEqual([29, 28, 29, 28]);
  expect(dayOfYear({ ...civilTimeOf(0, 0), year: 2024, month: 12, day: 31 })).toBe(366);
});
