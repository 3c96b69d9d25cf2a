import { expect, test } from "vitest";
import { readPem } from "./pem.js";

test("the first block is found, and what follows it", () => {
  expect(readPem("text\n-----BEGIN A B-----\nKey: value\nYQ==\n-----END A B-----\nrest")).toStrictEqual({
    type: "A B",
    bytes: Uint8Array.of(97),
    rest: "rest",
  });
});

test.each([
  "",
  "x-----BEGIN A-----\nYQ==\n-----END A-----",
  "-----BEGIN A-----\nYQ==",
  "-----BEGIN A-----\nYQ==\n-----END B-----",
  "-----BEGIN A-----\nY\n-----END A-----",
])("`%s` has none", (text) => {
  expect(readPem(text)).toBeUndefined();
});

test("a broken block is passed over", () => {
  const text = "-----BEGIN A-----\nY\n-----END A-----\n-----BEGIN B-----\nYQ==\n-----END B-----";
  expect(readPem(text)?.type).toBe("B");
});
