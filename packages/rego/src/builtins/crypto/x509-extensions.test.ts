import { describe, expect, test } from "vitest";
import {
  alternativeNames,
  authority,
  bytes,
  certificateOf,
  critical,
  der,
  extension,
  identifier,
  sequence,
  text,
} from "./test-certificates.js";
import { readCertificates } from "./x509-certificate.js";
import type { ExtensionContents } from "./x509-extensions.js";
import { X509Fault } from "./x509-fault.js";

const contents = (...extensions: readonly Uint8Array[]): ExtensionContents | undefined =>
  readCertificates(certificateOf({ extensions }))[0]?.contents;

const access = (isCritical: readonly Uint8Array[], ...descriptions: readonly Uint8Array[]): Uint8Array =>
  sequence(identifier("1.3.6.1.5.5.7.1.1"), ...isCritical, der(4, sequence(...descriptions)));

const url = (address: string): Uint8Array => text(0x86, address);

describe("what extensions say", () => {
  test.each<[string, Uint8Array, object]>([
    ["usages of the key", extension(15, der(3, bytes(7, 0x06, 0x80))), { keyUsage: 0b101100000 }],
    ["an authority", authority, { hasBasicConstraints: true, isAuthority: true, maxPathLength: -1n }],
    ["a length of paths", extension(19, sequence(der(1, bytes(0xff)), der(2, bytes(0)))), { maxPathLength: 0n }],
    ["no authority", extension(19, sequence()), { hasBasicConstraints: true, isAuthority: false }],
    ["the key", extension(14, der(4, bytes(1))), { subjectKeyId: bytes(1) }],
    ["the issuer's key", extension(35, sequence(der(0x80, bytes(2)))), { authorityKeyId: bytes(2) }],
    ["no key of the issuer", extension(35, sequence()), { authorityKeyId: undefined }],
    [
      "lists of what is revoked",
      extension(31, sequence(sequence(der(0xa0, der(0xa0, url("a"), url("b")))), sequence(der(0x81, bytes(0))))),
      { distributionPoints: ["a", "b"] },
    ],
    [
      "policies",
      extension(32, sequence(sequence(identifier("1.2.3")), sequence(identifier("2.5.29.32.0")))),
      { policies: ["1.2.3", "2.5.29.32.0"] },
    ],
    [
      "mapped policies",
      extension(33, sequence(sequence(identifier("1.2"), identifier("1.3")))),
      { policyMappings: [{ issuer: "1.2", subject: "1.3" }] },
    ],
    [
      "limits of policies",
      extension(36, sequence(der(0x80, bytes(1)), der(0x81, bytes(0)))),
      { requireExplicitPolicy: 1n, inhibitPolicyMapping: 0n },
    ],
    [
      "no other limit",
      extension(36, sequence()),
      { requireExplicitPolicy: undefined, inhibitPolicyMapping: undefined },
    ],
    ["when any policy ends", extension(54, der(2, bytes(2))), { inhibitAnyPolicy: 2n }],
    [
      "extended usages",
      extension(
        37,
        sequence(
          identifier("2.5.29.37.0"),
          identifier("1.3.6.1.5.5.7.3.9"),
          identifier("1.3.6.1.4.1.311.61.1.1"),
          identifier("1.2.3"),
        ),
      ),
      { usages: [0, 9, 13], unknownUsages: [{ numbers: [1, 2, 3], text: "1.2.3" }] },
    ],
    [
      "where the issuer is",
      access(
        [],
        sequence(identifier("1.3.6.1.5.5.7.48.1"), url("o")),
        sequence(identifier("1.3.6.1.5.5.7.48.2"), url("i")),
        sequence(identifier("1.2"), der(0x82)),
      ),
      { ocspServers: ["o"], issuerUrls: ["i"] },
    ],
  ])("%s", (_what, one, expected) => {
    expect(contents(one)).toMatchObject(expected);
  });
});

test("critical extensions that are not understood are kept", () => {
  const other = sequence(identifier("1.2.3"), ...critical, der(4));
  const unknown = extension(99, bytes(), critical);
  const noNames = extension(17, sequence(text(0x88, "x")), critical);
  const otherConstraints = extension(30, sequence(der(0xa0, sequence(text(0x88, "x")))), critical);
  expect(contents(other, unknown, noNames, otherConstraints)?.unhandled.map((one) => one.text)).toStrictEqual([
    "1.2.3",
    "2.5.29.99",
    "2.5.29.17",
    "2.5.29.30",
  ]);
  expect(contents(extension(99, bytes()), alternativeNames("a"))?.unhandled).toStrictEqual([]);
});

describe("what is malformed is a fault", () => {
  test.each<[string, Uint8Array]>([
    ["invalid basic constraints", extension(19, der(5))],
    ["invalid basic constraints", extension(19, sequence(der(2, bytes(0xff))))],
    ["subject key identifier incorrectly marked critical", extension(14, der(4), critical)],
    ["invalid subject key identifier", extension(14, der(5))],
    ["authority key identifier incorrectly marked critical", extension(35, sequence(), critical)],
    ["invalid authority key identifier", extension(35, bytes())],
    ["invalid CRL distribution points", extension(31, bytes())],
    ["invalid CRL distribution point", extension(31, sequence(der(5)))],
    ["invalid certificate policies", extension(32, sequence(sequence(identifier("1.2")), sequence(identifier("1.2"))))],
    ["invalid policy mappings extension", extension(33, sequence(sequence(identifier("1.2"))))],
    ["invalid policy constraints extension", extension(36, bytes())],
    ["invalid inhibit any policy extension", extension(54, bytes())],
    ["invalid extended key usages", extension(37, sequence(der(5)))],
    ["authority info access incorrectly marked critical", access(critical)],
    ["invalid authority info access", access([], der(5))],
  ])("x509: %s", (message, one) => {
    expect(() => contents(one)).toThrow(new X509Fault(`x509: ${message}`));
  });
});
