import { expect, test } from "vitest";
import { isGlob, readPattern } from "./file-pattern.js";

test.each<[text: string, answer: boolean]>([
  ["deploy/*.yaml", true],
  ["deploy/**", true],
  ["a?.yaml", true],
  ["{a,b}.yaml", true],
  ["[ab].yaml", true],
  ["deploy/app.yaml", false],
  ["#a.yaml", false],
  ["!a.yaml", false],
  ["", false],
])("`%s` is a glob: %s", (text, answer) => {
  expect(isGlob(text)).toBe(answer);
});

test.each<[glob: string, base: string]>([
  ["*.yaml", "."],
  ["deploy/*.yaml", "deploy"],
  ["./deploy/app/**/*.yaml", "./deploy/app"],
  ["/*/a.yaml", "/"],
  ["/srv/*/a.yaml", "/srv"],
  ["../charts/{a,b}/c", "../charts"],
])("the folder in front of the pattern in `%s` is `%s`", (glob, base) => {
  expect(readPattern(glob).base).toBe(base);
});

test.each<[glob: string, name: string, matches: boolean, matchesBelow: boolean]>([
  ["*.yaml", "a.yaml", true, true],
  ["*.yaml", "deploy/a.yaml", true, false],
  ["./*.yaml", "a.yaml", true, true],
  ["deploy/*.yaml", "deploy/a.yaml", true, true],
  ["deploy/*.yaml", "deploy/base/a.yaml", false, false],
  ["deploy/*", "deploy/base/a.yaml", false, true],
  ["deploy/*/", "deploy/base/a.yaml", false, true],
  ["deploy/**/*.yaml", "deploy/a.yaml", true, true],
  ["**/.hidden/*", "x/.hidden/a.yaml", true, true],
  ["values", "charts/values", true, false],
  ["#a.yaml", "#a.yaml", true, true],
])("`%s` matches `%s`: %s; or what is below: %s", (glob, name, matches, matchesBelow) => {
  const pattern = readPattern(glob);
  expect([pattern.matches(name), pattern.matchesBelow(name)]).toEqual([matches, matchesBelow]);
});
