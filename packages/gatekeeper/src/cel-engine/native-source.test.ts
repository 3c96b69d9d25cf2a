import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { readNativeSource } from "./native-source.js";

describe("readNativeSource (1.3)", () => {
  it("reads what is known, and ignores the rest", () => {
    const source = {
      validations: [{ expression: "true", message: "m", messageExpression: "'e'", reason: "Invalid" }],
      matchCondition: [{ name: "n", expression: "true" }],
      matchConditions: [{ name: "gatekeeper_internal_x", expression: "true" }],
      variables: [{ name: "v", expression: "1" }],
      failurePolicy: "Ignore",
      generateVAP: true,
    };
    expect(readNativeSource(source)).toEqual({
      ok: true,
      value: {
        validations: [{ expression: "true", message: "m", messageExpression: "'e'" }],
        matchConditions: [{ name: "n", expression: "true" }],
        variables: [{ name: "v", expression: "1" }],
        failurePolicy: "Ignore",
      },
    });
  });

  it("nothing at all is a source, and fails closed", () => {
    expect(readNativeSource({ validations: null })).toMatchObject({ ok: true, value: { failurePolicy: "Fail" } });
  });

  it.each<[Json, string]>([
    [[], "could not recognize the type"],
    [null, "could not recognize the type"],
    [{ validations: "true" }, "cannot restore slice from string"],
    [{ validations: ["true"] }, "cannot restore struct from: string"],
    [{ validations: [{ expression: 1 }] }, "cannot convert int64 to string"],
    [{ failurePolicy: true }, "cannot convert bool to string"],
    [{ failurePolicy: "fail" }, "invalid failure policy: unrecognized failure policy: fail"],
    [{ failurePolicy: "" }, "invalid failure policy: unrecognized failure policy: "],
    [
      { variables: [{ name: "params", expression: "1" }] },
      'invalid variable definition: params an invalid variable name, "params" is a reserved keyword',
    ],
    [
      { variables: [{ name: "anyObject", expression: "1" }] },
      'invalid variable definition: anyObject an invalid variable name, "anyObject" is a reserved keyword',
    ],
    [
      { matchCondition: [{ name: "gatekeeper_internal_a", expression: "true" }] },
      'invalid match condition: gatekeeper_internal_a is not a valid match condition; cannot have "gatekeeper_internal_" as a prefix',
    ],
  ])("what is wrong is told in Gatekeeper's words: %#", (source, message) => {
    const read = readNativeSource(source);
    expect(read.ok ? undefined : read.error.message).toBe(message);
  });

  it("what a source inherits does not count", () => {
    expect(readNativeSource(JSON.parse('{"__proto__": {"failurePolicy": "Maybe"}}'))).toMatchObject({ ok: true });
  });
});
