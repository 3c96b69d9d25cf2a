import { expect, test } from "vitest";
import { parseTime } from "./time-parse.js";

const second = 1_000_000_000n;

test.each([
  ["2006-01-02T15:04:05Z07:00", "2024-02-29T12:34:56.5+02:00", 1_709_202_896n * second + 500_000_000n],
  ["2006-01-02", "2024-02-29", 1_709_164_800n * second],
  ["Jan 2 2006 3:04PM", "feb 9 2024 12:05AM", 1_707_437_100n * second],
  ["02/01/06", "01/12/69", -2_678_400n * second],
  ["2006-002", "2024-366", 1_735_603_200n * second],
  ["15:04:05.000 2006", "01:02:03,250 1970", 3_723n * second + 250_000_000n],
  ["2006  MST", "1970 CET", 0n],
  ["Monday 2006", "FRIDAY 1970", 0n],
])("by %s: %s", (layout, text, instant) => {
  expect(parseTime(layout, text)).toStrictEqual({ ok: true, instant });
});

test.each([
  ["2006", "x", 'parsing time "x" as "2006": cannot parse "x" as "2006"'],
  ["2006-01", "2024", 'parsing time "2024" as "2006-01": cannot parse "" as "-"'],
  ["2006", "2024x", 'parsing time "2024x": extra text: "x"'],
  ["2006-01", "2024-13", 'parsing time "2024-13": month out of range'],
  ["2006-01-02", "2023-02-29", 'parsing time "2023-02-29": day out of range'],
  ["2006-002", "2023-366", 'parsing time "2023-366": day-of-year out of range'],
  ["15:04", "24:00", 'parsing time "24:00": hour out of range'],
  ["-07:00", "+25:00", 'parsing time "+25:00": time zone offset hour out of range'],
])("by %s, %s is none", (layout, text, message) => {
  expect(parseTime(layout, text)).toStrictEqual({ ok: false, message });
});
