import { expect, test } from "vitest";
import { joined } from "./rsa.js";
import { bytes, certificateOf, der, extension, identifier, sequence } from "./test-certificates.js";
import { readCertificates } from "./x509-certificate.js";
import { hasValidPolicies } from "./x509-policies.js";

const policies = (...list: readonly string[]): Uint8Array =>
  extension(32, sequence(...list.map((one) => sequence(identifier(one)))));
const demand = (count: number): Uint8Array => extension(36, sequence(der(0x80, bytes(count))));
const anyEnds = extension(54, der(2, bytes(0)));
const mapping = extension(33, sequence(sequence(identifier("1.2"), identifier("2.5.29.32.0"))));
const any = "2.5.29.32.0";

/** Extensions of the leaf, of what is between, and of the root. */
const judge = (...chain: readonly (readonly Uint8Array[])[]): boolean => {
  const raw = chain.map((extensions, index) =>
    certificateOf({ subject: `${index}`, issuer: `${index + 1}`, extensions }),
  );
  return hasValidPolicies(readCertificates(joined(...raw)), () => undefined);
};

test.each<[string, readonly (readonly Uint8Array[])[], boolean]>([
  ["a root alone", [[demand(0)]], true],
  ["no policies, none demanded", [[], [], []], true],
  ["none, where the leaf demands one", [[demand(0)], []], false],
  ["one, where the leaf demands one", [[demand(0), policies("1.2")], []], true],
  ["none, where an authority demands one", [[], [demand(0), policies("1.2")], []], false],
  ["one, where an authority demands one", [[policies("1.2")], [demand(0), policies("1.2")], []], true],
  ["another one", [[policies("1.3")], [demand(0), policies("1.2")], []], false],
  ["any, where it is allowed", [[policies("1.3")], [demand(0), policies(any)], []], true],
  ["any, where it has ended", [[policies(any)], [demand(0), anyEnds, policies("1.2")], []], false],
  ["a demand that comes later", [[], [demand(5), policies("1.2")], []], true],
  ["a mapping of any policy", [[], [mapping, policies("1.2")], []], false],
])("%s", (_what, chain, expected) => {
  expect(judge(...chain)).toBe(expected);
});
