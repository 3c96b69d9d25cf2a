import { describe, expect, it } from "vitest";
import {
  BOOL,
  DURATION,
  DYN,
  FAULTY,
  formatCheckedType,
  formatType,
  INT,
  isOptionalType,
  isSameType,
  listOf,
  mapOf,
  NULL,
  optionalOf,
  STRING,
  TIMESTAMP,
  typeOf,
} from "./cel-type.js";

describe("types", () => {
  it.each([
    [INT, "int", "int"],
    [mapOf(STRING, listOf(INT)), "map(string, list(int))", "map(string, list(int))"],
    [NULL, "null", "null_type"],
    [TIMESTAMP, "timestamp", "google.protobuf.Timestamp"],
    [DURATION, "duration", "google.protobuf.Duration"],
    [FAULTY, "!error!", "*error*"],
    [typeOf(INT), "type(int)", "type(int)"],
    [optionalOf(DYN), "optional_type(dyn)", "optional_type(dyn)"],
  ])("are named in messages of the type check and about results: %#", (type, checked, plain) => {
    expect(formatCheckedType(type)).toBe(checked);
    expect(formatType(type)).toBe(plain);
  });

  it("are the same when every part is", () => {
    expect(isSameType(listOf(INT), listOf(INT))).toBe(true);
    expect(isSameType(listOf(INT), listOf(BOOL))).toBe(false);
    expect(isSameType(listOf(INT), mapOf(INT, INT))).toBe(false);
  });

  it("tell an optional", () => {
    expect(isOptionalType(optionalOf(INT))).toBe(true);
    expect(isOptionalType(listOf(INT))).toBe(false);
  });
});
