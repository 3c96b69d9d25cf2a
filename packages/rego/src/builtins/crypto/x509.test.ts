import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { alternativeNames, authority, base64Of, bytes, certificateOf, pemOf, text } from "./test-certificates.js";
import { x509Builtins } from "./x509.js";

const call = (name: string, ...operands: readonly Value[]): string =>
  callBuiltin(x509Builtins, `crypto.x509.${name}`, operands);

const root = certificateOf({ extensions: [authority] });
const leaf = certificateOf({
  subject: "leaf",
  issuer: "root",
  key: 2,
  signer: 1,
  extensions: [alternativeNames("a", text(0x86, "urn:x"))],
});
const encoded = (content: string): string => base64Of(new TextEncoder().encode(content));

describe("certificates are parsed", () => {
  test("from PEM, from that in base64, and from base64, one behind the other", () => {
    const expected = call("parse_certificates", base64Of(root, leaf));
    const pem = `${pemOf("CERTIFICATE", root)}between\n${pemOf("CERTIFICATE", leaf)}`;
    expect(call("parse_certificates", pem)).toBe(expected);
    expect(call("parse_certificates", encoded(pem))).toBe(expected);
    expect(expected).toContain('"URIStrings": ["urn:x"]');
  });

  test.each<[string, string]>([
    ["", "[]"],
    ["-----BEGIN", "[]"],
    ["YQ==", "eval_builtin_error: crypto.x509.parse_certificates: x509: malformed certificate"],
    ["!", "eval_builtin_error: crypto.x509.parse_certificates: illegal base64 data at input byte 0"],
    [
      pemOf("X", bytes(1)),
      "eval_builtin_error: crypto.x509.parse_certificates: PEM block type is 'X', expected CERTIFICATE",
    ],
  ])("`%s`", (operand, expected) => {
    expect(call("parse_certificates", operand)).toBe(expected);
  });
});

describe("chains are verified from the last certificate to the first", () => {
  const verify = "parse_and_verify_certificates";
  const chain = base64Of(root, leaf);

  test("a chain begins with its leaf", () => {
    const outcome = call(verify, chain);
    expect(outcome.slice(0, 7)).toBe("[true, ");
    expect(outcome.indexOf('"CommonName": "leaf"')).toBeLessThan(outcome.lastIndexOf('"CommonName": "root"'));
    expect(outcome).toContain("URIStrings");
    expect(call(`${verify}_with_options`, chain, {})).not.toContain("URIStrings");
  });

  test.each<[string]>([["YQ=="], ["!"], [base64Of(root)], [""], [base64Of(leaf, root)]])("`%s` is none", (operand) => {
    expect(call(verify, operand)).toBe("[false, []]");
  });

  test("options say when, for whom and what for", () => {
    const outcome = (options: Value): string => call(`${verify}_with_options`, chain, options).slice(0, 6);
    expect(outcome({ DNSName: "a", KeyUsages: ["KeyUsageAny"] })).toBe("[true,");
    expect(outcome({ DNSName: "b" })).toBe("[false");
    expect(outcome({ CurrentTime: 0 })).toBe("[false");
    expect(call(`${verify}_with_options`, "!", { x: 1 })).toBe("[false, []]");
    expect(call(`${verify}_with_options`, chain, { x: 1 })).toBe(
      "eval_builtin_error: crypto.x509.parse_and_verify_certificates_with_options: invalid key option",
    );
  });

  test("a clock is needed unless the options tell the time", () => {
    const context = testContext({ now: undefined });
    const name = `crypto.x509.${verify}_with_options`;
    expect(callBuiltin(x509Builtins, name, [chain, {}], context)).toBe(
      `eval_builtin_error: ${name}: needs a clock: pass \`now\``,
    );
    const moment = { CurrentTime: 1_700_000_000_000_000_000n };
    expect(callBuiltin(x509Builtins, name, [chain, moment], context).slice(0, 6)).toBe("[true,");
  });
});

test.each<[string, readonly Value[], string]>([
  ["parse_certificate_request", ["!"], "illegal base64 data at input byte 0"],
  ["parse_certificate_request", ["YQ=="], "asn1: structure error: tags don't match"],
  ["parse_certificate_request", [encoded(pemOf("X", bytes(1)))], "invalid PEM-encoded certificate signing request"],
  ["parse_certificate_request", [pemOf("CERTIFICATE REQUEST", bytes(1))], "asn1: structure error: tags don't match"],
  ["parse_keypair", ["!", ""], "illegal base64 data at input byte 0"],
])("%s, row %#", (name, operands, message) => {
  expect(call(name, ...operands)).toBe(`eval_builtin_error: crypto.x509.${name}: ${message}`);
});

test("operands are texts", () => {
  const told = "eval_type_error: crypto.x509.parse_keypair: operand 1 must be string but got number";
  expect(call("parse_keypair", "", 1)).toBe(told);
  expect(call("parse_keypair", 1, "")).toBe(told);
});

test("long texts cost before they are looked at", () => {
  const charge = (units: number): void => {
    if (units > 1_000) throw new RangeError("spent");
  };
  const context = testContext({ charge });
  expect(() => callBuiltin(x509Builtins, "crypto.x509.parse_certificates", ["A".repeat(1_000)], context)).toThrow(
    "spent",
  );
});
