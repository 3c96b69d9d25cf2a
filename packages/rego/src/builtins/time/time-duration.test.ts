import { expect, test } from "vitest";
import { readDuration } from "./time-duration.js";

test.each([
  ["0", 0n],
  ["1h30m", 5_400_000_000_000n],
  ["-1.5s", -1_500_000_000n],
  ["+5ms", 5_000_000n],
  ["1us1µs1μs1ns", 3_001n],
  [".5s", 500_000_000n],
  ["1.s", 1_000_000_000n],
  ["1d", 86_400_000_000_000n],
  ["1w2d", 777_600_000_000_000n],
  ["1y", 31_536_000_000_000_000n],
  ["-9223372036854775808ns", -(2n ** 63n)],
])("%s", (text, nanoseconds) => {
  expect(readDuration(text)).toStrictEqual({ ok: true, nanoseconds });
});

test.each([
  ["", 'time: invalid duration ""'],
  ["-", 'time: invalid duration "-"'],
  ["1", 'time: missing unit in duration "1"'],
  ["1x", 'time: unknown unit "x" in duration "1x"'],
  ["1mo", 'time: unknown unit "mo" in duration "1mo"'],
  [".s", 'time: invalid duration ".s"'],
  ["1dw", 'time: invalid duration "1dw"'],
  ["9223372036854775808ns", 'time: invalid duration "9223372036854775808ns"'],
  ["300y", 'time: invalid duration "300y"'],
])("%s is none", (text, message) => {
  expect(readDuration(text)).toStrictEqual({ ok: false, message });
});
