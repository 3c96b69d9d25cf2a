import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("conversions", () => {
  it.each([
    ["type(1) == int", "true"],
    ["type(object.spec.n) == int", "true"],
    ["type(object.spec.f) == double", "true"],
    ["type([]) == list", "true"],
    ["type(object.spec.nil) == null_type", "true"],
    ["type(int) == type", "true"],
  ])("everything has a type: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['int("12")', "12"],
    ['int("-12")', "-12"],
    ["int(3.9)", "3"],
    ["int(5u)", "5"],
    ['int(duration("1s"))', "1000000000"],
    ['int(timestamp("1970-01-02T00:00:00Z"))', "86400"],
    ["int(object.spec.s)", "error: type conversion error from 'string' to 'int'"],
    ["int(1e30)", "error: program instantiation failed: integer overflow"],
    ['int("x")', "error: program instantiation failed: type conversion error from 'string' to 'int'"],
  ])("int takes whole numbers and what amounts to them: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["uint(5)", "5"],
    ["uint(-1)", "error: program instantiation failed: unsigned integer overflow"],
    ['uint("7")', "7"],
    ["uint(object.spec.s)", "error: type conversion error from 'string' to 'uint'"],
    ["uint(-1.5)", "error: program instantiation failed: unsigned integer overflow"],
  ])("uint is never negative: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['double("1.5")', "1.5"],
    ["double(3)", "3"],
    ['double("-Inf")', "-Inf"],
    ['double("1e3")', "1000"],
    ['double("x")', "error: program instantiation failed: type conversion error from 'string' to 'double'"],
    ["double(object.spec.s)", "error: type conversion error from 'string' to 'double'"],
  ])("double: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['bool("true")', "true"],
    ['bool("T")', "true"],
    ['bool("0")', "false"],
    ['bool("yes")', "error: program instantiation failed: type conversion error from 'string' to 'bool'"],
    ["bool(object.spec.s)", "error: type conversion error from 'string' to 'bool'"],
  ])("bool knows the words that Go knows: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["string(1)", "1"],
    ["string(true)", "true"],
    ["string(1.0)", "1"],
    ["string(1000000.0)", "1e+06"],
    ["string(0.0001)", "0.0001"],
    ["string(0.00001)", "1e-05"],
    ["string(1.5e300)", "1.5e+300"],
    ["string(123456.0)", "123456"],
    ['string(duration("1h30m"))', "5400s"],
    ['string(timestamp("2020-01-02T03:04:05.678Z"))', "2020-01-02T03:04:05.678Z"],
    ['string(b"abc")', "abc"],
    ['string(b"\\xff")', "error: program instantiation failed: invalid UTF-8 in bytes, cannot convert to string"],
    ["string(object.spec.nil)", "error: no such overload: string(null_type)"],
    ["string(object.spec.l)", "error: no such overload: string(list)"],
    ["string(object.spec.m)", "error: no such overload: string(map)"],
  ])("string writes what Kubernetes writes: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['size(bytes("é"))', "2"],
    ['bytes("a") == b"a"', "true"],
  ])("bytes are those of UTF-8: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["dyn(1) + 1", "2"],
    ['dyn(1) + "a"', "error: no such overload"],
    ['dyn("a") == 1', "false"],
  ])("dyn hides a type from the check: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['timestamp(0) == timestamp("1970-01-01T00:00:00Z")', "true"],
    ["timestamp(object.spec.s)", "error: type conversion error from 'string' to 'google.protobuf.Timestamp'"],
    ["duration(object.spec.s)", "error: type conversion error from 'string' to 'google.protobuf.Duration'"],
    [
      'timestamp("x")',
      'error: compilation failed: ERROR: <input>:1:11: invalid timestamp argument\n | timestamp("x")\n | ..........^',
    ],
    [
      'duration("x")',
      'error: compilation failed: ERROR: <input>:1:10: invalid duration argument\n | duration("x")\n | .........^',
    ],
  ])("times and durations: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
