import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import {
  ANYTHING,
  DOUBLE,
  FLAG,
  findDecodeFault,
  type GoType,
  INTEGER,
  listOf,
  mapOf,
  namedText,
  objectFields,
  struct,
  TEXT,
  TEXTS,
} from "./go-decode.js";

const INNER = struct("v1.Inner", () => ({ flag: FLAG, whole: INTEGER, part: DOUBLE }));
const OUTER = struct("v1.Outer", () => ({
  any: ANYTHING,
  inner: INNER,
  list: listOf("v1.Inner", INNER),
  map: mapOf("string", TEXT),
  named: namedText("v1.Name"),
  texts: TEXTS,
}));

describe("wrong types in the words of Go's decoder (encoding/json):", () => {
  it.each<[Json, string]>([
    [{ inner: 1 }, "number into Go struct field Outer.inner of type v1.Inner"],
    [{ inner: { flag: "x" } }, "string into Go struct field Inner.inner.flag of type bool"],
    [{ list: [{}, { whole: {} }] }, "object into Go struct field Inner.list.whole of type int64"],
    [{ list: {} }, "object into Go struct field Outer.list of type []v1.Inner"],
    [{ map: { a: true } }, "bool into Go struct field Outer.map of type string"],
    [{ map: [] }, "array into Go struct field Outer.map of type map[string]string"],
    [{ named: 1 }, "number into Go struct field Outer.named of type v1.Name"],
    [{ inner: { whole: 1.5 } }, "number 1.5 into Go struct field Inner.inner.whole of type int64"],
    [{ inner: { whole: 2n ** 64n } }, "number into Go struct field Inner.inner.whole of type int64"],
    [[], "array into Go value of type v1.Outer"],
  ])("%s", (value, words) => {
    expect(findDecodeFault(value, OUTER)).toBe(`json: cannot unmarshal ${words}`);
  });
});

it.each<[Json]>([
  [{}],
  [{ inner: null, list: null, texts: [null, "a"], other: 1 }],
  [{ inner: { flag: true, whole: 2n ** 62n, part: 1.5 }, any: [1] }],
])("%s decodes: nulls are nothing, other fields are not looked at", (value) => {
  expect(findDecodeFault(value, OUTER)).toBeUndefined();
});

it("the first fault in the order of bytes is told, but one of a type that decodes itself goes before", () => {
  const own: GoType = { kind: "own", check: () => "own words" };
  const type = struct("v1.Outer", () => ({ a: TEXT, b: TEXT, z: own }));
  expect(findDecodeFault({ b: 1, a: true }, type)).toContain("bool");
  expect(findDecodeFault({ a: 1, z: 1 }, type)).toBe("own words");
});

it("metadata is checked with every object", () => {
  const type = struct("v1.Thing", () => objectFields({}));
  expect(findDecodeFault({ metadata: { labels: { a: 1 } } }, type)).toBe(
    "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string",
  );
});

it("names of Object's prototype are fields like any other", () => {
  expect(findDecodeFault(JSON.parse('{"constructor":1,"__proto__":2}'), OUTER)).toBeUndefined();
});
