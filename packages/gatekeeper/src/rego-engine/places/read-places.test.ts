import type { Value } from "@ostiary/rego";
import { expect, test } from "vitest";
import { parseLiteral } from "../../../test/rego-rule.js";
import { locateIn } from "./located-values.js";
import { readPlaces } from "./read-places.js";

const OBJECT = { spec: { hosts: ["a", "b", "b"], flags: [false, true], container: { image: "x" } } };
const read = (text: string, bindings: readonly (readonly [string, Value])[] = []) =>
  readPlaces(parseLiteral(text), { object: OBJECT, locate: locateIn(OBJECT), bindings: new Map(bindings) }).map(
    ({ path }) => path.join("."),
  );

test.each<[string, readonly (readonly [string, Value])[], readonly string[]]>([
  ["not input.review.object.spec.missing", [], ["spec.missing"]],
  ["f(c, 1)", [["c", OBJECT.spec.container]], ["spec.container"]],
  ["x := [good | good := c.image]", [["c", OBJECT.spec.container]], ["spec.container.image", "spec.container"]],
  ["x := {h | h := input.review.object.spec.hosts[_]}", [], ["spec.hosts"]],
  ["input.review.object.spec.flags[_]", [], ["spec.flags.1"]],
  ["count(input.parameters.a) > 0", [], []],
])("%s reads %j %j", (text, bindings, places) => {
  expect(read(text, bindings)).toEqual(places);
});

test("of any members those count that equal the other side", () => {
  const { expression, ...literal } = parseLiteral("input.review.object.spec.hosts[_] = h");
  const places = readPlaces(
    { ...literal, expression },
    { object: OBJECT, locate: locateIn(OBJECT), bindings: new Map([["h", "b"]]) },
  );
  expect(places.map(({ path }) => path.join("."))).toEqual(["spec.hosts.1", "spec.hosts.2"]);
});
