import { expect, test } from "vitest";
import { Operands } from "../operands.js";
import { decodeSection, fieldsOf, headerOf, objectOf, splitToken } from "./jwt-token.js";

const operands = new Operands("io.jwt.decode", []);
const fault = (message: string): unknown => expect.objectContaining({ message: `io.jwt.decode: ${message}` });

test("a token has three sections", () => {
  expect(splitToken("a.b.c", operands)).toStrictEqual({ header: "a", payload: "b", signature: "c" });
  expect(() => splitToken("abc", operands)).toThrow(fault("encoded JWT had no period separators"));
  expect(() => splitToken("a.b.c.d", operands)).toThrow(fault("encoded JWT must have 3 sections, found 4"));
  expect(() => splitToken(1, operands)).toThrow(fault("operand 1 must be string but got number"));
});

test("sections are base64 of URLs, padded or not", () => {
  expect(decodeSection("YQ", "", operands)).toStrictEqual(Uint8Array.of(97));
  expect(decodeSection("YQ==", "", operands)).toStrictEqual(Uint8Array.of(97));
  expect(() => decodeSection("a", "x: ", operands)).toThrow(fault("x: illegal base64url string: a"));
});

test("a header is an object that is not encrypted", () => {
  const sections = { header: "eyJlbmMiOiJ4In0", payload: "", signature: "" };
  expect(() => headerOf(sections, operands)).toThrow(fault("JWT is a JWE object, which is not supported"));
  expect(() => objectOf("1", "", operands)).toThrow(fault("decoded JSON type was not an Object"));
});

test.each([
  [{ alg: "HS256" }, true],
  [{}, false],
  [{ alg: "HS256", crit: ["exp"] }, true],
  [{ alg: "HS256", crit: ["exp"], exp: 1 }, false],
  [{ alg: "HS256", crit: ["alg"] }, true],
])("%j is valid: %s", (header, expected) => {
  expect(fieldsOf(header, operands).isValid).toBe(expected);
});

test.each([
  [{ alg: 1 }, "alg: must be a string"],
  [{ kid: null }, "kid: must be a string"],
  [{ crit: "x" }, "crit: must be a list"],
  [{ crit: [] }, "crit: must be a nonempty list"],
])("%j: %s", (header, message) => {
  expect(() => fieldsOf(header, operands)).toThrow(fault(message));
});
