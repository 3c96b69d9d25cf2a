import { expect, test } from "vitest";
import { joined } from "./rsa.js";
import { alternativeNames, bytes, certificateOf, der, extension, sequence, text } from "./test-certificates.js";
import { readCertificates } from "./x509-certificate.js";
import { keepsConstraints } from "./x509-chain-constraints.js";

const names = (tag: number, ...elements: readonly Uint8Array[]): Uint8Array =>
  der(tag, ...elements.map((element) => sequence(element)));
const permit = (...elements: readonly Uint8Array[]): Uint8Array => extension(30, sequence(names(0xa0, ...elements)));
const exclude = (...elements: readonly Uint8Array[]): Uint8Array => extension(30, sequence(names(0xa1, ...elements)));
const dns = (name: string): Uint8Array => text(0x82, name);
const email = (mailbox: string): Uint8Array => text(0x81, mailbox);
const uri = (address: string): Uint8Array => text(0x86, address);
const ip = (...values: readonly number[]): Uint8Array => der(0x87, bytes(...values));

/** Whether a leaf with some names may be below an authority. */
function keeps(above: Uint8Array, ...leafNames: readonly Uint8Array[]): boolean {
  const leaf = certificateOf({ extensions: [alternativeNames(...leafNames)] });
  return keepsConstraints(readCertificates(joined(leaf, certificateOf({ extensions: [above] }))), () => undefined);
}

test.each<[string, Uint8Array, Uint8Array, boolean]>([
  ["a host that is permitted", permit(dns("a")), dns("x.a"), true],
  ["a host that is not", permit(dns("a")), dns("b"), false],
  ["a host that is excluded", exclude(dns("a")), dns("x.a"), false],
  ["another host", exclude(dns("a")), dns("b"), true],
  ["a name of another kind", permit(dns("a")), email("x@b"), true],
  ["an address", permit(ip(10, 0, 0, 0, 255, 0, 0, 0)), ip(10, 1, 1, 1), true],
  ["another address", permit(ip(10, 0, 0, 0, 255, 0, 0, 0)), ip(11, 1, 1, 1), false],
  ["a mailbox", permit(email("a@B.c")), email("a@b.C"), true],
  ["another mailbox", permit(email("a@b.c")), email("b@b.c"), false],
  ["a mailbox of a domain", permit(email("b.c")), email("x@b.c"), true],
  ["a mailbox below a domain only", permit(email(".b.c")), email("x@b.c"), false],
  ["a mailbox that cannot be read", permit(dns("a")), email("nope"), false],
  ["a URI", permit(uri("a")), uri("http://x.A:80/"), true],
  ["another URI", permit(uri("a")), uri("http://b/"), false],
  ["a URI without a host", permit(dns("a")), uri("urn:x"), false],
  ["a URI of an address", permit(dns("a")), uri("http://1.2.3.4/"), false],
  ["a URI of an address in brackets", permit(dns("a")), uri("http://[::1]:80/"), false],
  ["a host that is none", exclude(dns("x")), dns("a..b"), false],
])("%s", (_what, above, name, expected) => {
  expect(keeps(above, name)).toBe(expected);
});

test("a chain without constraints, or without other names, keeps them", () => {
  const chain = (...extensions: readonly Uint8Array[]) =>
    readCertificates(joined(certificateOf({}), certificateOf({ extensions })));
  expect(keepsConstraints(chain(), () => undefined)).toBe(true);
  expect(keepsConstraints(chain(permit(dns("a"))), () => undefined)).toBe(true);
});

test("constraints are about what is below, at any depth", () => {
  const leaf = certificateOf({ extensions: [alternativeNames("b")] });
  const [middle, root] = [certificateOf({}), certificateOf({ extensions: [permit(dns("a"))] })];
  const chain = (...parts: readonly Uint8Array[]) =>
    keepsConstraints(readCertificates(joined(...parts)), () => undefined);
  expect(chain(leaf, middle, root)).toBe(false);
  expect(chain(root, middle, leaf)).toBe(true);
});

test("work is counted", () => {
  const spend = (): void => {
    throw new RangeError("spent");
  };
  const certificates = readCertificates(joined(certificateOf({}), certificateOf({ extensions: [permit(dns("a"))] })));
  expect(() => keepsConstraints(certificates, spend)).toThrow("spent");
});
