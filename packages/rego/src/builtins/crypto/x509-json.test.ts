import { expect, test } from "vitest";
import {
  alternativeNames,
  authority,
  bytes,
  certificateOf,
  der,
  extension,
  identifier,
  sequence,
  text,
} from "./test-certificates.js";
import { readCertificates } from "./x509-certificate.js";
import { bytesToJson, certificateToJson, extensionsToJson } from "./x509-json.js";

const jsonOf = (...extensions: readonly Uint8Array[]): Readonly<Record<string, unknown>> => {
  const [certificate] = readCertificates(certificateOf({ extensions }));
  return certificate === undefined ? {} : certificateToJson(certificate);
};

test("all members of Go's structure are there, whatever the certificate says", () => {
  expect(Object.keys(jsonOf()).sort()).toStrictEqual(
    `AuthorityKeyId BasicConstraintsValid CRLDistributionPoints DNSNames EmailAddresses ExcludedDNSDomains ExcludedEmailAddresses
    ExcludedIPRanges ExcludedURIDomains ExtKeyUsage Extensions ExtraExtensions IPAddresses InhibitAnyPolicy InhibitAnyPolicyZero
    InhibitPolicyMapping InhibitPolicyMappingZero IsCA Issuer IssuingCertificateURL KeyUsage MaxPathLen MaxPathLenZero NotAfter
    NotBefore OCSPServer PermittedDNSDomains PermittedDNSDomainsCritical PermittedEmailAddresses PermittedIPRanges
    PermittedURIDomains Policies PolicyIdentifiers PolicyMappings PublicKey PublicKeyAlgorithm Raw RawIssuer RawSubject
    RawSubjectPublicKeyInfo RawTBSCertificate RequireExplicitPolicy RequireExplicitPolicyZero SerialNumber Signature
    SignatureAlgorithm Subject SubjectKeyId URIs UnhandledCriticalExtensions UnknownExtKeyUsage Version`.split(/\s+/),
  );
});

test("what a certificate does not say is null, false, 0 or an empty text", () => {
  expect(jsonOf()).toMatchObject({
    MaxPathLen: 0,
    MaxPathLenZero: false,
    Policies: null,
    PolicyIdentifiers: null,
    DNSNames: null,
  });
  expect(jsonOf(authority)).toMatchObject({
    MaxPathLen: -1,
    IsCA: true,
    SerialNumber: 1,
    NotBefore: "2020-01-01T00:00:00Z",
  });
});

test("policies are texts, and lists of numbers where those are small", () => {
  const huge = der(6, bytes(42, 0x9f, 0xff, 0xff, 0xff, 0xff, 0x7f));
  const json = jsonOf(
    extension(32, sequence(sequence(identifier("1.2.3")), sequence(huge))),
    extension(33, sequence(sequence(identifier("1.2"), identifier("1.3")))),
    extension(36, sequence(der(0x80, bytes(0)))),
  );
  expect(json).toMatchObject({
    Policies: ["1.2.3", "1.2.1099511627775"],
    PolicyIdentifiers: [[1, 2, 3]],
    PolicyMappings: [{ IssuerDomainPolicy: "1.2", SubjectDomainPolicy: "1.3" }],
    RequireExplicitPolicy: 0,
    RequireExplicitPolicyZero: true,
    InhibitPolicyMappingZero: false,
  });
});

test("ranges of addresses have a mask in base64", () => {
  const range = der(0x87, bytes(10, 0, 0, 0, 255, 0, 0, 0));
  expect(
    jsonOf(extension(30, sequence(der(0xa0, sequence(range)))), alternativeNames(text(0x81, "a@b"))),
  ).toMatchObject({
    PermittedIPRanges: [{ IP: "10.0.0.0", Mask: "/wAAAA==" }],
    EmailAddresses: ["a@b"],
  });
});

test("bytes that are not there are not the same as none", () => {
  expect([bytesToJson(undefined), bytesToJson(bytes()), bytesToJson(bytes(97))]).toStrictEqual([null, "", "YQ=="]);
  expect(extensionsToJson([])).toBeNull();
});
