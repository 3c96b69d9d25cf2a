import { expect, test } from "vitest";
import { callBuiltin, testContext } from "../call-builtin.js";
import { globBuiltins } from "./glob.js";
import { confinedLength, matchesEmptyText, textsAroundRun } from "./glob-oddities.js";
import { type GlobPart, readGlob } from "./glob-pattern.js";

function partsOf(pattern: string): readonly GlobPart[] {
  const reading = readGlob(pattern, "1.17");
  return reading.ok ? reading.parts : [];
}

test.each([
  ["{a*,b}c", "abc", "false", "true"],
  ["{a*,b}c", "bc", "true", "true"],
  ["{b,a*}c", "axc", "true", "true"],
  ["{a*,b}*c", "axxc", "true", "true"],
  ["*{a*,b}c", "zaxc", "false", "true"],
  ["{*.foo,bar}.com", "x.foo.com", "false", "true"],
  ["{*.foo,*.bar}.com", "x.foo.com", "true", "true"],
  ["x{*y,ab}", "xzzy", "false", "true"],
  ["x{*y,ab}", "xzy", "true", "true"],
  ["a.*.c", "a.c", "true", "false"],
  ["?", "", "true", "false"],
  ["[!a]", "", "true", "false"],
  ["{?,x}", "", "true", "false"],
])("%s on `%s`: %s in the release inside Gatekeeper, %s in the newer one", (pattern, text, older, newer) => {
  expect(callBuiltin(globBuiltins, "glob.match", [pattern, null, text])).toBe(older);
  const context = testContext({ reference: "1.22" });
  expect(callBuiltin(globBuiltins, "glob.match", [pattern, null, text], context)).toBe(newer);
});

test("alternatives are confined next to parts of fixed length only", () => {
  expect([
    confinedLength(partsOf("{a*,b}c"), 0),
    confinedLength(partsOf("{a*,b}"), 0),
    confinedLength(partsOf("{a*,b}*"), 0),
  ]).toStrictEqual([1, undefined, undefined]);
  expect(confinedLength(partsOf("{ab,c}d"), 0)).toBeUndefined();
});

test("single parts and single runs", () => {
  expect([
    matchesEmptyText(partsOf("?")),
    matchesEmptyText(partsOf("??")),
    matchesEmptyText(partsOf("[a]")),
  ]).toStrictEqual([true, false, false]);
  expect([
    textsAroundRun(partsOf("a*b"), false),
    textsAroundRun(partsOf("a*b"), true),
    textsAroundRun(partsOf("a**b"), true),
  ]).toStrictEqual([["a", "b"], undefined, ["a", "b"]]);
});
