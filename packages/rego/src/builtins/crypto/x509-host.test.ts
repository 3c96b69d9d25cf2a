import { expect, test } from "vitest";
import { bytes } from "./test-certificates.js";
import { noNames } from "./x509-general-names.js";
import { isCertificateOf } from "./x509-host.js";

test.each<[string, string, boolean]>([
  ["a.b", "a.b", true],
  ["A.b", "a.B", true],
  ["a.b.", "a.b", true],
  ["x.b", "*.b", true],
  ["x.y.b", "*.b", false],
  ["b", "*.b", false],
  ["a.x", "a.*", false],
  ["*", "*", true],
  ["a b", "a b", true],
  ["a b", "*.b", false],
  ["-a.b", "-a.b", true],
  ["-a.b", "*.b", false],
  ["a_b.c", "*.c", true],
  ["", "", false],
  [".", ".", false],
  ["a.b", "a.b.", false],
])("the host `%s` under the name `%s`: %s", (host, name, expected) => {
  expect(isCertificateOf(host, { ...noNames, dns: ["other", name] })).toBe(expected);
});

test.each<[string, boolean]>([
  ["10.0.0.1", true],
  ["[10.0.0.1]", true],
  ["::ffff:10.0.0.1", true],
  ["10.0.0.2", false],
  ["::1", true],
  ["[::1]", true],
])("the address `%s`: %s", (host, expected) => {
  const addresses = [bytes(10, 0, 0, 1), Uint8Array.from({ length: 16 }, (_, index) => Number(index === 15))];
  expect(isCertificateOf(host, { ...noNames, dns: ["10.0.0.2"], addresses })).toBe(expected);
});
