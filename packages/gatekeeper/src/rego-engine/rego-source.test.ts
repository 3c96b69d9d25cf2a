import type { Json } from "@ostiary/core";
import { expect, test } from "vitest";
import { readRegoSource } from "./rego-source.js";

test.each<[Json, object]>([
  [{ rego: "a" }, { rego: "a", version: "v0", libs: [] }],
  [
    { rego: "a", version: "v1", libs: ["b"] },
    { rego: "a", version: "v1", libs: ["b"] },
  ],
  [
    { rego: "", version: "v2" },
    { rego: "", version: "v0", libs: [] },
  ],
  [
    { rego: "a", version: "" },
    { rego: "a", version: "v0", libs: [] },
  ],
])("%j is a source", (source, value) => {
  expect(readRegoSource(source)).toEqual({ ok: true, value });
});

test.each<[Json | undefined, string]>([
  [undefined, "rego source missing required field: source"],
  [null, "rego source missing required field: source"],
  [[], "could not recognize the type"],
  [{}, "rego source missing required field: rego"],
  [{ rego: 1 }, ".rego accessor error: 1 is of the type float64, expected string: while extracting Rego source"],
  [{ rego: null }, ".rego accessor error: <nil> is of the type <nil>, expected string: while extracting Rego source"],
  [
    { rego: "a", version: [1] },
    ".version accessor error: [1] is of the type []interface {}, expected string: while extracting Rego version",
  ],
  [
    { rego: "a", libs: "b" },
    ".libs accessor error: b is of the type string, expected []interface{}: while extracting Rego libs",
  ],
  [
    { rego: "a", libs: ["b", true] },
    ".libs accessor error: contains non-string value in the slice: true is of the type bool, expected string: while extracting Rego libs",
  ],
])("%j is none: %s", (source, message) => {
  const read = readRegoSource(source);
  expect(read.ok ? "" : read.error.message).toBe(message);
});

test("version 1 of the language exists from 3.19 on", () => {
  const versionIn = (release: "3.18" | "3.19") => readRegoSource({ rego: "a", version: "v1" }, release);
  expect(versionIn("3.18")).toMatchObject({ value: { version: "v0" } });
  expect(versionIn("3.19")).toMatchObject({ value: { version: "v1" } });
});
