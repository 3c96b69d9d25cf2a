import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("times", () => {
  it.each([
    ['timestamp("2020-01-02T03:04:05.678Z").getFullYear()', "2020"],
    ['timestamp("2020-01-02T03:04:05.678Z").getMonth()', "0"],
    ['timestamp("2020-01-02T03:04:05.678Z").getDate()', "2"],
    ['timestamp("2020-01-02T03:04:05.678Z").getDayOfMonth()', "1"],
    ['timestamp("2020-03-01T03:04:05.678Z").getDayOfYear()', "60"],
    ['timestamp("2020-01-02T03:04:05.678Z").getDayOfWeek()', "4"],
    ['timestamp("2020-01-02T03:04:05.678Z").getHours()', "3"],
    ['timestamp("2020-01-02T03:04:05.678Z").getMinutes()', "4"],
    ['timestamp("2020-01-02T03:04:05.678Z").getSeconds()', "5"],
    ['timestamp("2020-01-02T03:04:05.678Z").getMilliseconds()', "678"],
  ])("a time has parts, in UTC where no zone is given: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['timestamp("2020-01-02T03:04:05Z").getHours("+05:30")', "8"],
    ['timestamp("2020-01-02T03:04:05Z").getDate("-05:00")', "1"],
    ['timestamp("2020-07-02T03:04:05Z").getHours("America/New_York")', "23"],
    ['timestamp("2020-01-02T03:04:05Z").getHours("UTC")', "3"],
    ['timestamp("2020-01-02T03:04:05Z").getHours("+01:99")', "5"],
  ])("zones are named, or told by their distance: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['duration("90m").getHours()', "1"],
    ['duration("90m").getMinutes()', "90"],
    ['duration("90m").getSeconds()', "5400"],
    ['duration("1.5s").getMilliseconds()', "1500"],
  ])("durations are counted in a unit: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['timestamp("2020-01-02T03:04:05Z") + duration("1h")', "2020-01-02T04:04:05Z"],
    ['duration("1h") + timestamp("2020-01-02T03:04:05Z")', "2020-01-02T04:04:05Z"],
    ['timestamp("2020-01-02T03:04:05Z") - duration("1h")', "2020-01-02T02:04:05Z"],
    ['timestamp("2020-01-02T03:04:05Z") - timestamp("2020-01-01T03:04:05Z")', "86400s"],
    ['duration("1h") - duration("90m")', "-1800s"],
    [
      '-duration("1h") == duration("-1h")',
      "error: compilation failed: ERROR: <input>:1:1: found no matching overload for '-_' applied to '(duration)'\n | -duration(\"1h\") == duration(\"-1h\")\n | ^",
    ],
    ['timestamp("9999-12-31T23:59:59Z") + duration("1h")', "error: timestamp overflow"],
  ])("times and durations are added and subtracted: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
