import { expect, test } from "vitest";
import { ValueList } from "../cel/cel-list.js";
import { ValueMap } from "../cel/cel-map.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { SchemaList } from "./schema-list.js";

const SET: JsonSchema = { type: "array", listType: "set" };
const KEYED: JsonSchema = { type: "array", listType: "map", listMapKeys: ["k"] };
const entry = (k: string, v: bigint) =>
  new ValueMap([
    ["k", k],
    ["v", v],
  ]);

test("a set is compared without order, and joined without doubles", () => {
  const set = new SchemaList(["a", "b"], SET);
  expect([...(set.inOrderOf(new ValueList(["b", "c", "a"]))?.values() ?? [])]).toEqual(["a", "b", "c"]);
  expect([...(set.join(new ValueList(["c", "a"]))?.values() ?? [])]).toEqual(["a", "b", "c"]);
});

test("of a list with keys an element replaces the one with its key", () => {
  const [first, second, other] = [entry("a", 1n), entry("b", 2n), entry("a", 3n)];
  const joined = new SchemaList([first, second], KEYED).join(new ValueList([other]));
  expect([joined?.at(0), joined?.at(1), joined?.size]).toEqual([other, second, 2]);
});

test("any other list has an order", () => {
  const list = new SchemaList(["a"], { type: "array" });
  expect([list.inOrderOf(list), list.join(list)]).toEqual([undefined, undefined]);
});
