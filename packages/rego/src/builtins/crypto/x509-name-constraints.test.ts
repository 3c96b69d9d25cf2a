import { expect, test } from "vitest";
import { bytes, der, sequence, text } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { noSubtrees, readNameConstraints } from "./x509-name-constraints.js";

const permitted = (...names: readonly Uint8Array[]): Uint8Array =>
  sequence(der(0xa0, ...names.map((name) => sequence(name))));

test("names are permitted and excluded by kind", () => {
  const value = sequence(
    der(0xa0, sequence(text(0x82, ".a")), sequence(text(0x81, "b@c")), sequence(text(0x81, "d"))),
    der(0xa1, sequence(text(0x86, "e")), sequence(der(0x87, bytes(10, 0, 0, 1, 255, 0, 0, 0)))),
  );
  expect(readNameConstraints(value)).toStrictEqual({
    permitted: { ...noSubtrees, dns: [".a"], emails: ["b@c", "d"] },
    excluded: { ...noSubtrees, uris: ["e"], ranges: [{ address: bytes(10, 0, 0, 1), mask: bytes(255, 0, 0, 0) }] },
    hasOthers: false,
  });
  expect(readNameConstraints(permitted(text(0x88, "x"))).hasOthers).toBe(true);
});

test.each<[Uint8Array, string]>([
  [bytes(), "x509: invalid NameConstraints extension"],
  [sequence(der(5)), "x509: invalid NameConstraints extension"],
  [sequence(), "x509: empty name constraints extension"],
  [sequence(der(0xa0)), "x509: empty name constraints extension"],
  [sequence(der(0xa0, der(5))), "x509: invalid NameConstraints extension"],
  [permitted(text(0x82, "é")), 'x509: invalid constraint value: x509: "é" cannot be encoded as an IA5String'],
  [permitted(text(0x82, "a.")), 'x509: failed to parse dnsName constraint "a."'],
  [permitted(text(0x81, "@a")), 'x509: failed to parse rfc822Name constraint "@a"'],
  [permitted(text(0x81, "a b")), 'x509: failed to parse rfc822Name constraint "a b"'],
  [permitted(text(0x86, "1.2.3.4")), 'x509: failed to parse URI constraint "1.2.3.4": cannot be IP address'],
  [permitted(text(0x86, "a.")), 'x509: failed to parse URI constraint "a."'],
  [permitted(der(0x87, bytes(1))), "x509: IP constraint contained value of length 1"],
  [permitted(der(0x87, bytes(1, 2, 3, 4, 255, 0, 255, 0))), "x509: IP constraint contained invalid mask ff00ff00"],
])("row %#: %s", (value, message) => {
  expect(() => readNameConstraints(value)).toThrow(new X509Fault(message));
});
