import { expect, it } from "vitest";
import { isDate, isDateTime, isDuration } from "./time-formats.js";

it("dates exist", () => {
  expect(["2024-02-29", "2000-02-29", "0001-12-31"].filter((date) => !isDate(date))).toEqual([]);
  expect(["2023-02-29", "1900-02-29", "2024-13-01", "2024-04-31", "2024-00-01", "24-01-01", ""].filter(isDate)).toEqual(
    [],
  );
});

it("times are those of RFC 3339, with any sign before fractions", () => {
  const good = ["2024-01-02T03:04:05Z", "2024-01-02t03:04:05.678z", "2024-01-02T03:04:05,6+01:00"];
  expect(good.filter((time) => !isDateTime(time))).toEqual([]);
  const bad = [
    "2024-01-02",
    "2024-01-02T24:00:00Z",
    "2024-01-02T03:60:05Z",
    "2024-01-02T03:04:05",
    "t",
    "2024-01-02 03:04:05Z",
  ];
  expect(bad.filter(isDateTime)).toEqual([]);
});

it("durations are those of Go or of Scala", () => {
  const good = ["0", "1h30m", "-1.5h", "2 weeks", "22 ns", "1 day and 2 hours", "3µs", "5 minutes"];
  expect(good.filter((duration) => !isDuration(duration))).toEqual([]);
  expect(["", "1", "h", "1 parsec", "99999999999999999999 s"].filter(isDuration)).toEqual([]);
});
