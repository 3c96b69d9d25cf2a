import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { secretKey } from "../crypto/test-keys.js";
import { jwtBuiltins } from "./jwt.js";

describe("constraints are checked", () => {
  test.each<[string, readonly Value[], string]>([
    ["io.jwt.decode_verify", ["e30.e30.YQ", {}], "eval_builtin_error: io.jwt.decode_verify: no key constraint"],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", { secret: 1 }],
      "eval_builtin_error: io.jwt.decode_verify: secret constraint: must be a string",
    ],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", { secret: "a", foo: 1 }],
      "eval_builtin_error: io.jwt.decode_verify: unknown token validation constraint: foo",
    ],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", { secret: "a", time: "x" }],
      "eval_builtin_error: io.jwt.decode_verify: token time constraint: must be a number",
    ],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", { secret: "a", time: -1 }],
      "eval_builtin_error: io.jwt.decode_verify: token time constraint: must not be negative",
    ],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", { cert: 1 }],
      "eval_builtin_error: io.jwt.decode_verify: cert constraint: must be a string",
    ],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", { secret: "" }],
      "eval_builtin_error: io.jwt.decode_verify: no key constraint",
    ],
    ["io.jwt.decode_verify", ["e30.e30.YQ", { secret: "a" }], "[false, {}, {}]"],
    [
      "io.jwt.decode_verify",
      ["e30.e30.YQ", 1],
      "eval_type_error: io.jwt.decode_verify: operand 2 must be object but got number",
    ],
    [
      "io.jwt.decode_verify",
      [1, { secret: "a" }],
      "eval_type_error: io.jwt.decode_verify: operand 1 must be string but got number",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jwtBuiltins, name, operands)).toBe(expected);
  });
});

describe("claims are compared with constraints and the clock", () => {
  test.each<[string, Value, Value, boolean]>([
    ["no claims", {}, {}, true],
    ["issuer", { iss: "a" }, { iss: "a" }, true],
    ["another issuer", { iss: "a" }, { iss: "b" }, false],
    ["a missing issuer", {}, { iss: "b" }, false],
    ["audience", { aud: ["x", "y"] }, { aud: "y" }, true],
    ["an audience that nobody asked for", { aud: "x" }, {}, false],
    ["a missing audience", {}, { aud: "x" }, false],
    ["not expired", { exp: 2_000_000_000 }, {}, true],
    ["expired", { exp: 1_600_000_000 }, {}, false],
    ["expired at the given time", { exp: 1_000 }, { time: 1_000_000_000_000 }, false],
    ["not yet valid", { nbf: 2_000_000_000 }, {}, false],
    ["valid from now", { nbf: 1.5 }, { time: 1_500_000_000 }, true],
    ["another algorithm", {}, { alg: "HS512" }, false],
  ])("%s", (_title, claims, constraints, expected) => {
    const token = callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [{ alg: "HS256" }, claims, secretKey]).slice(1, -1);
    const outcome = callBuiltin(jwtBuiltins, "io.jwt.decode_verify", [
      token,
      Object.assign({ secret: "secret!!" }, constraints),
    ]);
    expect(outcome.startsWith(`[${expected}`)).toBe(true);
  });

  test("a claim about time wants a clock and a number", () => {
    const sign = (claims: Value): string =>
      callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [{ alg: "HS256" }, claims, secretKey]).slice(1, -1);
    const blind = testContext({ now: undefined });
    const operands = [sign({ exp: 1 }), { secret: "secret!!" }];
    expect(callBuiltin(jwtBuiltins, "io.jwt.decode_verify", operands, blind)).toMatch(/needs a clock/);
    expect(callBuiltin(jwtBuiltins, "io.jwt.decode_verify", [sign({ exp: null }), { secret: "secret!!" }])).toMatch(
      /exp value must be a number$/,
    );
  });
});

test("a critical header that is not understood makes a token invalid", () => {
  const header = { alg: "HS256", crit: ["b64"], b64: false };
  const token = callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [header, {}, secretKey]).slice(1, -1);
  expect(callBuiltin(jwtBuiltins, "io.jwt.decode_verify", [token, { secret: "secret!!" }])).toBe("[false, {}, {}]");
});
