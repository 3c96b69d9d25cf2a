import { expect, test } from "vitest";
import { bytes, der, sequence, text } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { addressOf, namesToJson, noNames, orNull, readGeneralNames } from "./x509-general-names.js";

test("names are told apart by their tags, others are passed over", () => {
  const names = readGeneralNames(
    sequence(text(0x81, "a@b"), text(0x82, "c.d"), text(0x86, "urn:x"), der(0x87, bytes(1, 2, 3, 4)), text(0x88, "x")),
  );
  expect(namesToJson(names)).toMatchObject({
    DNSNames: ["c.d"],
    EmailAddresses: ["a@b"],
    IPAddresses: ["1.2.3.4"],
    URIs: [{ Scheme: "urn", Opaque: "x" }],
  });
});

test("what there is none of is null", () => {
  expect(namesToJson(noNames)).toStrictEqual({ DNSNames: null, EmailAddresses: null, IPAddresses: null, URIs: null });
  expect(orNull([1])).toStrictEqual([1]);
  expect(addressOf(new Uint8Array(16))).toBe("::");
});

test.each<[Uint8Array, string]>([
  [bytes(), "x509: invalid subject alternative names"],
  [sequence(bytes(0x82)), "x509: invalid subject alternative name"],
  [sequence(text(0x81, "é")), "x509: SAN rfc822Name is malformed"],
  [sequence(text(0x82, "é")), "x509: SAN dNSName is malformed"],
  [sequence(text(0x86, "é")), "x509: SAN uniformResourceIdentifier is malformed"],
  [sequence(text(0x86, "http://a..b/")), 'x509: cannot parse URI "http://a..b/": invalid domain'],
  [sequence(der(0x87, bytes(1))), "x509: cannot parse IP address of length 1"],
])("row %#: %s", (value, message) => {
  expect(() => readGeneralNames(value)).toThrow(new X509Fault(message));
});
