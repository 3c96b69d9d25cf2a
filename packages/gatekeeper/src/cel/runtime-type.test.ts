import { describe, expect, it } from "vitest";
import { ValueList } from "./cel-list.js";
import { ValueMap } from "./cel-map.js";
import { BOOL, DYN, INT, listOf, mapOf, parameter, STRING } from "./cel-type.js";
import { CelDuration, CelOptional, CelTimestamp, CelTypeValue, CelUint } from "./cel-value.js";
import { goTypeName, isOfType, runtimeType } from "./runtime-type.js";

describe("runtimeType", () => {
  it.each([
    [null, "null_type", "types.Null"],
    [true, "bool", "types.Bool"],
    [1n, "int", "types.Int"],
    [1, "double", "types.Double"],
    ["a", "string", "types.String"],
    [new CelUint(1n), "uint", "types.Uint"],
    [new Uint8Array(), "bytes", "types.Bytes"],
    [new CelDuration(1n), "google.protobuf.Duration", "types.Duration"],
    [new CelTimestamp(1n), "google.protobuf.Timestamp", "types.Timestamp"],
    [CelOptional.none, "optional_type", "*types.Optional"],
    [new CelTypeValue(INT), "type", "*types.Type"],
    [new ValueList([]), "list", "list"],
    [new ValueMap([]), "map", "map"],
  ])("every value has one: %#", (value, name, goName) => {
    expect(runtimeType(value).name).toBe(name);
    expect(goTypeName(value)).toBe(goName);
  });
});

describe("isOfType", () => {
  it("of lists and maps the first element is looked at", () => {
    expect(isOfType(new ValueList(["a", 1n]), listOf(STRING))).toBe(true);
    expect(isOfType(new ValueList([1n, "a"]), listOf(STRING))).toBe(false);
    expect(isOfType(new ValueList([]), listOf(STRING))).toBe(true);
    expect(isOfType(new ValueMap([["a", 1n]]), mapOf(STRING, INT))).toBe(true);
    expect(isOfType(new ValueMap([["a", 1n]]), mapOf(STRING, BOOL))).toBe(false);
    expect(isOfType(new ValueMap([]), mapOf(STRING, BOOL))).toBe(true);
  });

  it("everything is dyn, and may stand for a parameter", () => {
    expect(isOfType(null, DYN)).toBe(true);
    expect(isOfType(1n, parameter("A"))).toBe(true);
    expect(isOfType(1n, STRING)).toBe(false);
  });
});
