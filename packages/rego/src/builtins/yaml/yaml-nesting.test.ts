import { expect, test } from "vitest";
import { nestsDeeperThan } from "./yaml-nesting.js";

const flow = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const block = (levels: number): string => `${"- ".repeat(levels)}a`;
const keys = (levels: number): string => `${"? ".repeat(levels)}a`;
const maps = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:\n`).join("");

test.each([
  ["flow collections", flow],
  ["lists on one line", block],
  ["keys", keys],
  ["maps, each a line", maps],
])("%s count as levels", (_title, write) => {
  expect(nestsDeeperThan(write(20), 20)).toBe(false);
  expect(nestsDeeperThan(write(21), 20)).toBe(true);
});

test.each(["", "a", "[a, {b: c}]", "--- [a]\n--- [b]\n", "[", "]]]]", '"[[[["', "&a [*a]", "# [[[[\n"])(
  "%j does not nest",
  (text) => {
    expect(nestsDeeperThan(text, 2)).toBe(false);
  },
);

test("any depth is told", () => {
  expect(nestsDeeperThan(flow(100_000), 250)).toBe(true);
  expect(nestsDeeperThan(block(10_000), 250)).toBe(true);
});
