import { expect, test } from "vitest";
import { civilTimeOf } from "./civil-time.js";
import { formatTime } from "./time-format.js";

const zoned = { time: civilTimeOf(1_709_211_909, 120_000_000), offset: -16_200, abbreviation: "VET" };

test.each([
  ["2006-01-02 15:04:05.000", "2024-02-29 13:05:09.120"],
  ["Mon Jan _2 06 3:4:5PM", "Thu Feb 29 24 1:5:9PM"],
  ["Monday January 2 pm 03 002 __2", "Thursday February 29 pm 01 060  60"],
  [".999 ,000000 .99", ".12 ,120000 .12"],
  ["Z0700 -07:00 -07 Z07:00:00 -070000 MST", "-0430 -04:30 -04 -04:30:00 -043000 VET"],
  ["xyz", "xyz"],
])("%s", (layout, expected) => {
  expect(formatTime(zoned, layout)).toBe(expected);
});

test("universal time has a Z, whole seconds no fraction of nines", () => {
  const universal = { time: civilTimeOf(0, 0), offset: 0, abbreviation: "UTC" };
  expect(formatTime(universal, "15:04:05.999Z07:00")).toBe("00:00:00Z");
});
