import { expect, test } from "vitest";
import { compareNaturally } from "./natural-order.js";

test("keys are in the order of Go's YAML encoder", () => {
  const keys = ["a10", "a9", "b", "A", "1", "10", "9", "-", "a", "a-b", "ab", "a01", "a1", "a0"];
  expect([...keys].sort(compareNaturally)).toStrictEqual([
    "-",
    "1",
    "9",
    "10",
    "A",
    "a",
    "a-b",
    "a0",
    "a1",
    "a01",
    "a9",
    "a10",
    "ab",
    "b",
  ]);
});
