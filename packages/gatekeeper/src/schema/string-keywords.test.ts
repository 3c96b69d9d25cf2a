import { describe, expect, it } from "vitest";
import { errorsOf } from "../../test/schemas.js";

describe("the first restriction of a text that is not met is told (kube-openapi, stringValidator):", () => {
  it("maxLength counts characters and speaks of bytes", () => {
    expect(errorsOf({ type: "string", maxLength: 3 }, "\u{1f600}ab")).toEqual([]);
    expect(errorsOf({ type: "string", maxLength: 3 }, "\u{1f600}abc")).toEqual([
      "v: Too long: may not be more than 3 bytes",
    ]);
    expect(errorsOf({ type: "string", maxLength: 1, pattern: "^b$" }, "aa")).toEqual([
      "v: Too long: may not be more than 1 byte",
    ]);
    expect(errorsOf({ type: "string", maxLength: -1 }, "")).toEqual(["v: Too long: value is too long"]);
  });

  it("minLength shows the text", () => {
    expect(errorsOf({ type: "string", minLength: 3 }, 'a"')).toEqual([
      'v: Invalid value: "a\\"": v in body should be at least 3 chars long',
    ]);
    expect(errorsOf({ type: "string", minLength: 2 }, "\u{1f600}")).toHaveLength(1);
    expect(errorsOf({ type: "string", minLength: 0 }, "")).toEqual([]);
  });

  it("pattern is searched for anywhere, and shown as it is", () => {
    expect(errorsOf({ type: "string", pattern: "b" }, "abc")).toEqual([]);
    expect(errorsOf({ type: "string", pattern: "^\\d+$" }, "a")).toEqual([
      "v: Invalid value: \"a\": v in body should match '^\\d+$'",
    ]);
  });

  it("a pattern that cannot be compiled matches nothing", () => {
    expect(errorsOf({ type: "string", pattern: "(" }, "a")).toEqual([
      "v: Invalid value: \"a\": v in body should match '(, but pattern is invalid: error parsing regexp: missing closing ): `(`'",
    ]);
  });
});

it("what is no text is not looked at", () => {
  expect(errorsOf({ maxLength: 0, pattern: "x" }, 5)).toEqual([]);
});

it("a pattern that would take for ever elsewhere takes no time", () => {
  expect(errorsOf({ type: "string", pattern: "^(a+)+$" }, `${"a".repeat(100_000)}b`)).toHaveLength(1);
});
