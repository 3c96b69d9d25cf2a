import { expect, it } from "vitest";
import { findBundleFault } from "./certificate-bundle.js";

const pem = (bytes: string, type = "CERTIFICATE", end = type) =>
  btoa(`-----BEGIN ${type}-----\n${btoa(bytes)}\n-----END ${end}-----\n`);
const SEQUENCES = "\x30\x02\x30\x00";

it.each([
  ["failed to base64 decode caBundle: illegal base64 data at input byte 0", "%%%"],
  ["bad caBundle", btoa("not a cert")],
  ["bad caBundle", pem(SEQUENCES, "A", "B")],
  ["bad caBundle", btoa("-----BEGIN A-----\n%\n-----END A-----")],
  ["failed to parse caBundle: x509: malformed certificate", pem("\x02\x01\x00")],
  ["failed to parse caBundle: x509: malformed certificate", pem(`${SEQUENCES}x`)],
  ["failed to parse caBundle: x509: malformed certificate", pem("\x30")],
  [undefined, pem(SEQUENCES)],
  [undefined, pem(`\x30\x81\x02\x30\x00`)],
])("%s", (fault, bundle) => {
  expect(findBundleFault(bundle)).toBe(fault);
});

it("bundles have an end", () => {
  expect(findBundleFault("A".repeat(2 ** 21))).toBe("bad caBundle");
  expect(findBundleFault(btoa("-----BEGIN A-----\n".repeat(10_000)))).toBe("bad caBundle");
});
