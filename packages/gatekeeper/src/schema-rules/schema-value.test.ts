import type { Json } from "@ostiary/core";
import { expect, test } from "vitest";
import { CelDuration, CelList, CelMap, CelTimestamp, type CelValue } from "../cel/cel-value.js";
import { readSchema } from "../schema/read-schema.js";
import { schemaValue } from "./schema-value.js";

const readValue = (json: Json, schema: Json) => schemaValue(json, readSchema(schema));

test.each<[Json, Json, CelValue]>([
  [1, { type: "integer" }, 1n],
  [1, { type: "number" }, 1],
  ["x", { type: "string" }, "x"],
  [true, { type: "boolean" }, true],
  [5, { "x-kubernetes-int-or-string": true }, 5n],
  ["aGk=", { type: "string", format: "byte" }, Uint8Array.from([104, 105])],
  ["1970-01-02", { type: "string", format: "date" }, new CelTimestamp(86_400_000_000_000n)],
  ["1970-01-01t00:00:01z", { type: "string", format: "date-time" }, new CelTimestamp(1_000_000_000n)],
  ["1 day", { type: "string", format: "duration" }, new CelDuration(86_400_000_000_000n)],
  ["never", { type: "string", format: "duration" }, "never"],
  ["!", { type: "string", format: "byte" }, "!"],
])("%j by %j", (json, schema, value) => {
  expect(readValue(json, schema)).toEqual(value);
});

test("fields have names of CEL; what is null, or unknown, is absent", () => {
  const properties = { "a-b": { type: "integer" }, n: { type: "string", nullable: true } };
  const map = readValue({ "a-b": 1, n: null, other: 2 }, { type: "object", properties });
  if (!(map instanceof CelMap)) throw new Error("no map");
  expect([map.find("a__dash__b"), map.find("a-b"), map.find("n"), map.find("other"), map.find(1n)]).toEqual([
    1n,
    1n,
    undefined,
    undefined,
    undefined,
  ]);
  expect([map.keys(), map.size]).toEqual([["a__dash__b", "n"], 3]);
});

test("members of maps and lists have the schema of all", () => {
  const map = readValue({ "p-q": 1 }, { type: "object", additionalProperties: { type: "number" } });
  const list = readValue([1], { type: "array", items: { type: "number" } });
  expect(map instanceof CelMap && [map.find("p-q"), map.keys()]).toEqual([1, ["p-q"]]);
  expect(list instanceof CelList && list.at(0)).toBe(1);
});
