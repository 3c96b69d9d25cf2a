import { expect, test } from "vitest";
import { readDuration } from "./duration.js";

test.each([
  ["500ms", 500],
  ["5s", 5_000],
  ["1m30s", 90_000],
  ["1.5h", 5_400_000],
  ["0s", 0],
])("%s is %i milliseconds", (text, milliseconds) => {
  expect(readDuration(text, "--timeout")).toBe(milliseconds);
});

test.each(["", "5", "s", "-1s", "5 s", "5d", "1s2"])("%j is no duration", (text) => {
  expect(() => readDuration(text, "--timeout")).toThrow("`--timeout` takes a duration such as `5s`, not");
});
