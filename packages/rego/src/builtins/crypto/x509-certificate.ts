import { derTag } from "./der.js";
import { alignedBytes, DerReader } from "./der-reader.js";
import { areEqual } from "./rsa.js";
import { type CertificateExtension, type ExtensionContents, readExtensions } from "./x509-extensions.js";
import { X509Fault } from "./x509-fault.js";
import { type CertificateKey, readKeyInfo } from "./x509-key.js";
import { type NameAttribute, readName } from "./x509-name.js";
import { readMethod } from "./x509-signature.js";
import { type CertificateTime, readTime } from "./x509-time.js";

/** An X.509 certificate: what of it Go's `crypto/x509` reads. */
export interface Certificate {
  readonly raw: Uint8Array;
  /** What is signed. */
  readonly body: Uint8Array;
  readonly keyInfo: Uint8Array;
  readonly rawSubject: Uint8Array;
  readonly rawIssuer: Uint8Array;
  readonly signature: Uint8Array;
  readonly method: number;
  readonly keyAlgorithm: number;
  readonly key: CertificateKey | undefined;
  readonly version: number;
  readonly serialNumber: bigint;
  readonly issuer: readonly NameAttribute[];
  readonly subject: readonly NameAttribute[];
  readonly notBefore: CertificateTime;
  readonly notAfter: CertificateTime;
  readonly extensions: readonly CertificateExtension[];
  readonly contents: ExtensionContents;
}

/**
 * Reads certificates that stand one behind the other. This is our own instead of a library, as OPA's answers are those of Go's
 * `crypto/x509`: what it refuses, how it names that, and the raw bytes that it shows; libraries accept more, and keep less.
 *
 * @throws X509Fault when something else is among them
 */
export function readCertificates(bytes: Uint8Array): readonly Certificate[] {
  const certificates: Certificate[] = [];
  for (const reader = new DerReader(bytes); !reader.isEmpty; ) certificates.push(readCertificate(reader));
  return certificates;
}

function readCertificate(reader: DerReader): Certificate {
  const raw = reader.element(derTag.sequence, "x509: malformed certificate");
  const outer = new DerReader(raw.content);
  const tbs = outer.element(derTag.sequence, "x509: malformed tbs certificate");
  const body = new DerReader(tbs.content);
  const version = readVersion(body);
  const serialNumber = body.integer("x509: malformed serial number");
  if (serialNumber < 0n) throw new X509Fault("x509: negative serial number");
  const method = readSameMethod(body, outer);
  const issuer = readRawName(body);
  const validity = body.sequence("x509: malformed validity");
  const [notBefore, notAfter] = [readTime(validity), readTime(validity)];
  const subject = readRawName(body);
  const info = body.element(derTag.sequence, "x509: malformed spki");
  const { algorithm, key } = readKeyInfo(new DerReader(info.content));
  const extensions = version > 1 ? readRest(body, version) : [];
  return {
    raw: raw.bytes,
    body: tbs.bytes,
    keyInfo: info.bytes,
    rawSubject: subject.bytes,
    rawIssuer: issuer.bytes,
    method,
    keyAlgorithm: algorithm,
    key,
    version,
    serialNumber,
    issuer: issuer.attributes,
    subject: subject.attributes,
    notBefore,
    notAfter,
    extensions,
    contents: readExtensions(extensions),
    signature: alignedBytes(outer.bits("x509: malformed signature")),
  };
}

/** The first version is written as 0, if at all. */
function readVersion(body: DerReader): number {
  const fault = "x509: malformed version";
  const written = body.optional(0xa0, fault);
  const version = written?.smallInteger(fault) ?? 0n;
  if (version < 0n || written?.isEmpty === false) throw new X509Fault(fault);
  if (version > 2n) throw new X509Fault("x509: invalid version");
  return Number(version) + 1;
}

/** The method of the signature is written inside and outside of what is signed. */
function readSameMethod(body: DerReader, outer: DerReader): number {
  const inner = body.element(derTag.sequence, "x509: malformed signature algorithm identifier").content;
  const written = outer.element(derTag.sequence, "x509: malformed algorithm identifier").content;
  if (!areEqual(inner, written))
    throw new X509Fault("x509: inner and outer signature algorithm identifiers don't match");
  return readMethod(new DerReader(inner));
}

function readRawName(body: DerReader): { readonly bytes: Uint8Array; readonly attributes: readonly NameAttribute[] } {
  const { bytes } = body.element(derTag.sequence, "x509: malformed issuer");
  return { bytes, attributes: readName(bytes) };
}

function readRest(body: DerReader, version: number): readonly CertificateExtension[] {
  body.optional(0x81, "x509: malformed issuerUniqueID");
  body.optional(0x82, "x509: malformed subjectUniqueID");
  const written = version === 3 ? body.optional(0xa3, "x509: malformed extensions") : undefined;
  if (written === undefined) return [];
  const extensions: CertificateExtension[] = [];
  const seen = new Set<string>();
  for (const list = written.sequence("x509: malformed extensions"); !list.isEmpty; ) {
    const extension = readExtension(list.sequence("x509: malformed extension"));
    const { text } = extension.identifier;
    if (seen.has(text)) throw new X509Fault(`x509: certificate contains duplicate extension with OID "${text}"`);
    seen.add(text);
    extensions.push(extension);
  }
  return extensions;
}

function readExtension(reader: DerReader): CertificateExtension {
  const identifier = reader.identifier("x509: malformed extension OID field");
  const isCritical = reader.has(derTag.boolean) && reader.boolean("x509: malformed extension critical field");
  const { content } = reader.element(derTag.octetString, "x509: malformed extension value field");
  return { identifier, isCritical, value: content };
}
