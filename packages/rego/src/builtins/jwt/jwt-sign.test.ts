import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { rsaKey, secretKey } from "../crypto/test-keys.js";
import { jwtBuiltins } from "./jwt.js";

describe("headers and keys are checked, in OPA's words", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "io.jwt.encode_sign_raw",
      [1, "a", "{}"],
      "eval_type_error: io.jwt.encode_sign_raw: operand 1 must be string but got number",
    ],
    [
      "io.jwt.encode_sign_raw",
      ["{}", 1, "{}"],
      "eval_type_error: io.jwt.encode_sign_raw: operand 2 must be string but got number",
    ],
    [
      "io.jwt.encode_sign_raw",
      ["{}", "a", 1],
      "eval_type_error: io.jwt.encode_sign_raw: operand 3 must be string but got number",
    ],
    [
      "io.jwt.encode_sign_raw",
      ["{}", "a", "b"],
      "eval_builtin_error: io.jwt.encode_sign_raw: jwk.Parse: failed to parse sole key: jwk.ParseKey: jwk.Parse: failed to probe data: probe: failed to unmarshal data: invalid character 'b' looking for beginning of value",
    ],
    [
      "io.jwt.encode_sign",
      [{}, {}, {}],
      "eval_builtin_error: io.jwt.encode_sign: jwk.Parse: failed to parse sole key: jwk.ParseKey: invalid key type from JSON ()",
    ],
    [
      "io.jwt.encode_sign",
      [{}, {}, { kty: "oct", k: "YQ" }],
      "eval_builtin_error: io.jwt.encode_sign: missing or invalid 'alg' header: jwsbb: header \"alg\" not found",
    ],
    [
      "io.jwt.encode_sign",
      [{ alg: 1 }, {}, { kty: "oct", k: "YQ" }],
      "eval_builtin_error: io.jwt.encode_sign: missing or invalid 'alg' header: value doesn't contain string; it contains number",
    ],
    [
      "io.jwt.encode_sign",
      [{ alg: "dummy" }, {}, { kty: "oct", k: "YQ" }],
      "eval_builtin_error: io.jwt.encode_sign: unknown JWS algorithm: dummy",
    ],
    [
      "io.jwt.encode_sign_raw",
      ["", "{}", '{"kty":"oct","k":"YQ"}'],
      "eval_builtin_error: io.jwt.encode_sign_raw: missing or invalid 'alg' header: cannot parse JSON: cannot parse empty string; unparsed tail: \"\"",
    ],
    [
      "io.jwt.encode_sign_raw",
      ['{"alg":"HS256"', "{}", '{"kty":"oct","k":"YQ"}'],
      "eval_builtin_error: io.jwt.encode_sign_raw: missing or invalid 'alg' header: cannot parse JSON",
    ],
    [
      "io.jwt.encode_sign_raw",
      ['{"alg":"HS256"}', "e", '{"kty":"oct","k":"YQ"}'],
      "eval_builtin_error: io.jwt.encode_sign_raw: type is JWT but payload is not JSON",
    ],
    [
      "io.jwt.encode_sign_raw",
      ['{"alg":"HS256","typ":"text/plain"}', "e", '{"kty":"oct","k":"YQ"}'],
      '"eyJhbGciOiJIUzI1NiIsInR5cCI6InRleHQvcGxhaW4ifQ.ZQ.M_9WUrZQVR7CIx57Hb4Ko0REW0UAwbaxUKfZWedRE_Q"',
    ],
    [
      "io.jwt.encode_sign",
      [{ alg: "HS256" }, { a: 1 }, { kty: "oct", k: "YQ" }],
      '"eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.xXuJRnwS9hAhOfWaE6I3NHPJDTyKGFfh-yXc0mo6dv4"',
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jwtBuiltins, name, operands)).toBe(expected);
  });
});

test("a key of another kind does not sign", () => {
  expect(callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [{ alg: "RS256" }, {}, secretKey])).toMatch(/does not fit/);
});

test("a probabilistic signature wants a source of randomness", () => {
  const context = testContext({ random: undefined });
  expect(callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [{ alg: "PS256" }, {}, rsaKey], context)).toMatch(
    /pass `random`/,
  );
});
