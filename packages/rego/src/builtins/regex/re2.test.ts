import { expect, test } from "vitest";
import { createRe2Engine } from "./re2.js";

test("patterns are compiled once, and faults have Go's words", () => {
  const engine = createRe2Engine();
  expect(engine.compile("(a)|b")).toBe(engine.compile("(a)|b"));
  expect(engine.compile("(a")).toStrictEqual({ ok: false, message: "error parsing regexp: missing closing ): `(a`" });
  expect(engine.compile("\\")).toStrictEqual({
    ok: false,
    message: "error parsing regexp: trailing backslash at end of expression: ``",
  });
  expect(engine.compile("a".repeat(100_001)).ok).toBe(false);
});

test("matches name their groups by unit", () => {
  const compilation = createRe2Engine().compile("(?P<x>😀)(b)?");
  if (!compilation.ok) throw new Error(compilation.message);
  const { regex } = compilation;
  expect([regex.groupCount, [...regex.groupNames]]).toStrictEqual([2, [["x", 1]]]);
  expect(regex.match("a😀", 0)).toStrictEqual([1, 3, 1, 3, -1, -1]);
  expect(regex.match("a😀", 2)).toBeUndefined();
  expect(regex.test("a")).toBe(false);
});
