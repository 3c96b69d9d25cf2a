import { expect, test } from "vitest";
import { parseLooseDuration } from "./loose-duration.js";

test.each<[string, bigint | undefined]>([
  ["1h30m", 5_400_000_000_000n],
  ["2 weeks", 1_209_600_000_000_000n],
  ["1 day 2 hours", 93_600_000_000_000n],
  ["3 Sec", 3_000_000_000n],
  ["5 µs", 5_000n],
  ["a while", undefined],
  ["", undefined],
  ["9".repeat(2_000), undefined],
])("`%s` is %s nanoseconds", (text, nanoseconds) => {
  expect(parseLooseDuration(text)).toBe(nanoseconds);
});
