import { describe, expect, test } from "vitest";
import { jsonText } from "../../value/json-text.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import {
  edwardsKey,
  edwardsPublicKey,
  ellipticCertificate,
  ellipticKey,
  ellipticKey384,
  ellipticKey521,
  rsaKey,
  rsaPublicKey,
  secretKey,
} from "../crypto/test-keys.js";
import { jwtBuiltins } from "./jwt.js";

describe("what is no token is a fault, in OPA's words", () => {
  test.each<[string, readonly Value[], string]>([
    ["io.jwt.decode", ["a"], "eval_builtin_error: io.jwt.decode: encoded JWT had no period separators"],
    ["io.jwt.decode", ["a.b"], "eval_builtin_error: io.jwt.decode: encoded JWT must have 3 sections, found 2"],
    [
      "io.jwt.decode",
      ["a.b.c"],
      "eval_builtin_error: io.jwt.decode: JWT header had invalid encoding: illegal base64url string: a",
    ],
    [
      "io.jwt.decode",
      ["YQ.YQ.YQ"],
      "eval_builtin_error: io.jwt.decode: bad JWT header: invalid JSON: invalid character 'a' looking for beginning of value",
    ],
    [
      "io.jwt.decode",
      ["e30.YQ.YQ"],
      "eval_builtin_error: io.jwt.decode: invalid JSON: invalid character 'a' looking for beginning of value",
    ],
    ["io.jwt.decode", ["e30.MQ.YQ"], "eval_builtin_error: io.jwt.decode: decoded JSON type was not an Object"],
    [
      "io.jwt.decode",
      ["MQ.e30.YQ"],
      "eval_builtin_error: io.jwt.decode: bad JWT header: decoded JSON type was not an Object",
    ],
    ["io.jwt.decode", ["e30.e30.YQ"], '[{}, {}, "61"]'],
    ["io.jwt.decode", [1], "eval_type_error: io.jwt.decode: operand 1 must be string but got number"],
    [
      "io.jwt.verify_rs256",
      ["a.b.c", "-----BEGIN FOO-----\nYQ==\n-----END FOO-----"],
      "eval_builtin_error: io.jwt.verify_rs256: failed to extract a Key from the PEM certificate",
    ],
    [
      "io.jwt.verify_rs256",
      ["a.b.c", 1],
      "eval_type_error: io.jwt.verify_rs256: operand 2 must be string but got number",
    ],
    ["io.jwt.verify_rs256", [1, "x"], "eval_type_error: io.jwt.verify_rs256: operand 1 must be string but got number"],
    [
      "io.jwt.verify_hs256",
      ["a.b.c", 1],
      "eval_type_error: io.jwt.verify_hs256: operand 2 must be string but got number",
    ],
    ["io.jwt.verify_hs256", ["a.b.c", "x"], "eval_builtin_error: io.jwt.verify_hs256: illegal base64url string: c"],
    ["io.jwt.verify_hs256", ["a.b.YQ", "x"], "false"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jwtBuiltins, name, operands)).toBe(expected);
  });
});

const payload = { iss: "opa", sub: "0" };

/** The token of a payload, without the quotes of its text. */
function tokenOf(algorithm: string, key: Value): string {
  return callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [{ alg: algorithm }, payload, key]).slice(1, -1);
}

describe("what is signed is verified, and nothing else", () => {
  test.each<[string, Value, string]>([
    ["RS256", rsaKey, rsaPublicKey],
    ["RS512", rsaKey, jsonText(rsaKey)],
    ["PS256", rsaKey, rsaPublicKey],
    ["PS384", rsaKey, rsaPublicKey],
    ["ES256", ellipticKey, ellipticCertificate],
    ["ES384", ellipticKey384, jsonText(ellipticKey384)],
    ["ES512", ellipticKey521, jsonText({ keys: [rsaKey, ellipticKey521] })],
    ["EdDSA", edwardsKey, edwardsPublicKey],
  ])("%s", (algorithm, key, certificate) => {
    const token = tokenOf(algorithm, key);
    const name = `io.jwt.verify_${algorithm.toLowerCase()}`;
    expect(callBuiltin(jwtBuiltins, name, [token, certificate])).toBe("true");
    expect(callBuiltin(jwtBuiltins, name, [`${token.slice(0, -6)}AAAAAA`, certificate])).toBe("false");
    expect(callBuiltin(jwtBuiltins, name, [token, jsonText(secretKey)])).toBe("false");
  });

  test("a secret", () => {
    const token = tokenOf("HS256", secretKey);
    expect(callBuiltin(jwtBuiltins, "io.jwt.verify_hs256", [token, "secret!!"])).toBe("true");
    expect(callBuiltin(jwtBuiltins, "io.jwt.verify_hs512", [token, "secret!!"])).toBe("false");
    expect(callBuiltin(jwtBuiltins, "io.jwt.verify_hs256", [token, "other"])).toBe("false");
  });
});

test("a key that the header names is the only one tried", () => {
  const keys = jsonText({
    keys: [
      { ...ellipticKey, kid: "a", alg: "ES256" },
      { ...edwardsKey, kid: "b" },
    ],
  });
  const header = { alg: "ES256", kid: "b" };
  const token = callBuiltin(jwtBuiltins, "io.jwt.encode_sign", [header, payload, ellipticKey]).slice(1, -1);
  expect(callBuiltin(jwtBuiltins, "io.jwt.verify_es256", [token, keys])).toBe("false");
  expect(callBuiltin(jwtBuiltins, "io.jwt.verify_es256", [tokenOf("ES256", ellipticKey), keys])).toBe("true");
});

test("a token inside a token is decoded", () => {
  const inner = tokenOf("HS256", secretKey);
  const operands = [JSON.stringify({ alg: "HS256", cty: "JWT" }), JSON.stringify(inner), jsonText(secretKey)];
  const outer = callBuiltin(jwtBuiltins, "io.jwt.encode_sign_raw", operands).slice(1, -1);
  expect(callBuiltin(jwtBuiltins, "io.jwt.decode", [outer])).toContain('{"iss": "opa", "sub": "0"}');
});
