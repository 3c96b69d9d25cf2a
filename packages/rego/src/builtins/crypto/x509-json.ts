import { numberFromBigInt } from "../../value/number.js";
import type { Value } from "../../value/value.js";
import { encodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import type { Certificate } from "./x509-certificate.js";
import type { CertificateExtension, ExtensionContents } from "./x509-extensions.js";
import { addressOf, namesToJson, orNull } from "./x509-general-names.js";
import { keyToJson } from "./x509-key.js";
import { nameToJson } from "./x509-name.js";
import type { AddressRange } from "./x509-name-constraints.js";

/** Bytes as Go writes them in JSON. */
export const bytesToJson = (bytes: Uint8Array | undefined): Value =>
  bytes === undefined ? null : encodeBase64(bytes, standardAlphabet);

/** Extensions as Go writes them in JSON. */
export const extensionsToJson = (extensions: readonly CertificateExtension[]): Value =>
  orNull(
    extensions.map(({ identifier, isCritical, value }) => ({
      Critical: isCritical,
      Id: identifier.numbers,
      Value: bytesToJson(value),
    })),
  );

/** A certificate as Go's structure in JSON. */
export const certificateToJson = (certificate: Certificate): Readonly<Record<string, Value>> => ({
  Raw: bytesToJson(certificate.raw),
  RawTBSCertificate: bytesToJson(certificate.body),
  RawSubjectPublicKeyInfo: bytesToJson(certificate.keyInfo),
  RawSubject: bytesToJson(certificate.rawSubject),
  RawIssuer: bytesToJson(certificate.rawIssuer),
  Signature: bytesToJson(certificate.signature),
  SignatureAlgorithm: certificate.method,
  PublicKeyAlgorithm: certificate.keyAlgorithm,
  PublicKey: keyToJson(certificate.key),
  Version: certificate.version,
  SerialNumber: numberFromBigInt(certificate.serialNumber),
  Issuer: nameToJson(certificate.issuer),
  Subject: nameToJson(certificate.subject),
  NotBefore: certificate.notBefore.text,
  NotAfter: certificate.notAfter.text,
  Extensions: extensionsToJson(certificate.extensions),
  ExtraExtensions: null,
  ...contentsToJson(certificate.contents),
});

const contentsToJson = (contents: ExtensionContents): Readonly<Record<string, Value>> => ({
  KeyUsage: contents.keyUsage,
  UnhandledCriticalExtensions: orNull(contents.unhandled.map(({ numbers }) => numbers)),
  ExtKeyUsage: orNull(contents.usages),
  UnknownExtKeyUsage: orNull(contents.unknownUsages.map(({ numbers }) => numbers)),
  BasicConstraintsValid: contents.hasBasicConstraints,
  IsCA: contents.isAuthority,
  MaxPathLen: numberFromBigInt(contents.maxPathLength),
  MaxPathLenZero: contents.hasBasicConstraints && contents.maxPathLength === 0n,
  SubjectKeyId: bytesToJson(contents.subjectKeyId),
  AuthorityKeyId: bytesToJson(contents.authorityKeyId),
  OCSPServer: orNull(contents.ocspServers),
  IssuingCertificateURL: orNull(contents.issuerUrls),
  ...namesToJson(contents.names),
  ...constraintsToJson(contents),
  CRLDistributionPoints: orNull(contents.distributionPoints),
  ...policiesToJson(contents),
});

const constraintsToJson = ({
  constraints: { permitted, excluded },
  areConstraintsCritical,
}: ExtensionContents): Readonly<Record<string, Value>> => ({
  PermittedDNSDomainsCritical: areConstraintsCritical,
  PermittedDNSDomains: orNull(permitted.dns),
  ExcludedDNSDomains: orNull(excluded.dns),
  PermittedIPRanges: orNull(permitted.ranges.map(rangeToJson)),
  ExcludedIPRanges: orNull(excluded.ranges.map(rangeToJson)),
  PermittedEmailAddresses: orNull(permitted.emails),
  ExcludedEmailAddresses: orNull(excluded.emails),
  PermittedURIDomains: orNull(permitted.uris),
  ExcludedURIDomains: orNull(excluded.uris),
});

const rangeToJson = ({ address, mask }: AddressRange): Value => ({ IP: addressOf(address), Mask: bytesToJson(mask) });

const policiesToJson = (contents: ExtensionContents): Readonly<Record<string, Value>> => ({
  Policies: orNull(contents.policies ?? []),
  PolicyIdentifiers: contents.policies === undefined ? null : contents.policies.map(numbersOf).filter(isShort),
  PolicyMappings: orNull(
    contents.policyMappings.map(({ issuer, subject }) => ({
      IssuerDomainPolicy: issuer,
      SubjectDomainPolicy: subject,
    })),
  ),
  ...countToJson("InhibitAnyPolicy", contents.inhibitAnyPolicy),
  ...countToJson("InhibitPolicyMapping", contents.inhibitPolicyMapping),
  ...countToJson("RequireExplicitPolicy", contents.requireExplicitPolicy),
});

const numbersOf = (policy: string): readonly number[] => policy.split(".").map(Number);

const isShort = (numbers: readonly number[]): boolean => numbers.every((number) => number < 2 ** 31);

const countToJson = (name: string, count: bigint | undefined): Readonly<Record<string, Value>> => ({
  [name]: numberFromBigInt(count ?? 0n),
  [`${name}Zero`]: count === 0n,
});
