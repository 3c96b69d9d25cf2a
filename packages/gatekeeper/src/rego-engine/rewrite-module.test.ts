import { formatModule, parseModule } from "@ostiary/rego";
import { expect, test } from "vitest";
import { moveEntryPoint, moveLibrary } from "./rewrite-module.js";

const parse = (source: string) => {
  const parsed = parseModule(source, { file: "a", version: "v1" });
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  return parsed.value;
};

const SOURCE = `package any.where

import data.lib.a
import future.keywords.every

p(data.lib.x) := data.lib.y if {
	data.lib.a.f(data.lib.b, [data.lib.c])
	x := data.lib.d
	not data.lib.e
	every y in data.lib.g { data.lib.h == y }
	data.inventory.cluster == x with data.lib.i as data.lib.j
} else := data.lib.k
`;

test("libraries are followed to their new place, but not inside of other terms", () => {
  const moved = formatModule(moveEntryPoint(parse(SOURCE)));
  expect(moved.match(/data\.[a-z.]*/g)).toEqual([
    "data.libs.lib.a",
    "data.libs.lib.x",
    "data.libs.lib.y",
    "data.libs.lib.a.f",
    "data.libs.lib.b",
    "data.lib.c",
    "data.libs.lib.d",
    "data.libs.lib.e",
    "data.libs.lib.g",
    "data.libs.lib.h",
    "data.inventory.cluster",
    "data.libs.lib.i",
    "data.libs.lib.j",
    "data.libs.lib.k",
  ]);
});

test("the rule of a template is where the hook looks for it, a library below its own place", () => {
  expect(moveEntryPoint(parse(SOURCE)).package.path).toEqual(["template"]);
  expect(moveLibrary(parse("package lib.a\n\nx := 1\n")).package.path).toEqual(["libs", "lib", "a"]);
});
