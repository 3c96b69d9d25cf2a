import { expect, test } from "vitest";
import { compileGlob } from "./glob-matcher.js";

test("parts are followed all at once", () => {
  const match = compileGlob(
    [
      { kind: "any", delimited: true },
      { kind: "alternatives", of: [[{ kind: "text", text: "b" }], [{ kind: "one" }, { kind: "text", text: "c" }]] },
    ],
    ["."],
    "1.22",
  );
  expect(["b", "ab", "a.b", "axc", "a.c", "", "abx"].map(match)).toStrictEqual([
    true,
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});

test("a pattern that defeats backtracking takes no longer", () => {
  const stars = Array.from({ length: 30 }, () => [
    { kind: "any", delimited: true } as const,
    { kind: "text", text: "a" } as const,
  ]);
  const match = compileGlob([...stars.flat(), { kind: "text", text: "b" }], [], "1.22");
  expect(match("a".repeat(2_000))).toBe(false);
});
