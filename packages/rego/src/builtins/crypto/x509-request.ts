import type { Value } from "../../value/value.js";
import { derTag } from "./der.js";
import { alignedBytes, DerReader } from "./der-reader.js";
import { anyToJson } from "./x509-any.js";
import { alternativeNames, type CertificateExtension } from "./x509-extensions.js";
import { X509Fault } from "./x509-fault.js";
import { type GeneralNames, namesToJson, noNames, orNull, readGeneralNames } from "./x509-general-names.js";
import { bytesToJson, extensionsToJson } from "./x509-json.js";
import { keyToJson, readKeyInfo } from "./x509-key.js";
import { type NameAttribute, nameToJson } from "./x509-name.js";
import { readMethod } from "./x509-signature.js";
import { isText } from "./x509-text.js";

const mismatch = "asn1: structure error: tags don't match";
const malformed = "asn1: syntax error: sequence truncated";

/**
 * Reads a request for a certificate (PKCS #10), as Go's structure in JSON.
 *
 * @throws X509Fault when the bytes are none
 */
export function requestToJson(bytes: Uint8Array): Value {
  const reader = new DerReader(bytes);
  const raw = reader.element(derTag.sequence, mismatch);
  if (!reader.isEmpty) throw new X509Fault("asn1: syntax error: trailing data");
  const outer = new DerReader(raw.content);
  const body = outer.element(derTag.sequence, malformed);
  const method = readMethod(outer.sequence(malformed));
  const signature = alignedBytes(outer.bits(malformed));
  return {
    Raw: bytesToJson(raw.bytes),
    RawTBSCertificateRequest: bytesToJson(body.bytes),
    Signature: bytesToJson(signature),
    SignatureAlgorithm: method,
    ExtraExtensions: null,
    ...bodyToJson(new DerReader(body.content)),
  };
}

function bodyToJson(body: DerReader): Readonly<Record<string, Value>> {
  const version = body.smallInteger(malformed);
  const subject = body.any(malformed);
  const info = body.element(derTag.sequence, malformed);
  const attributes = readAttributes(body.inside(0xa0, malformed));
  const { algorithm, key } = readKeyInfo(new DerReader(info.content));
  const extensions = attributes.flatMap(readExtensions);
  const identifiers = extensions.map(({ identifier }) => identifier.text);
  if (new Set(identifiers).size < identifiers.length)
    throw new X509Fault("x509: certificate request contains duplicate requested extensions");
  return {
    Version: Number(version),
    RawSubject: bytesToJson(subject.bytes),
    Subject: nameToJson(readSubject(subject.bytes)),
    RawSubjectPublicKeyInfo: bytesToJson(info.bytes),
    PublicKeyAlgorithm: algorithm,
    PublicKey: keyToJson(key),
    Attributes: orNull(attributes.map(attributeToJson).filter((attribute) => attribute !== undefined)),
    Extensions: extensionsToJson(extensions),
    ...namesToJson(namesIn(extensions)),
  };
}

function readAttributes(reader: DerReader): readonly Uint8Array[] {
  const attributes: Uint8Array[] = [];
  while (!reader.isEmpty) attributes.push(reader.any(malformed).bytes);
  return attributes;
}

/** Here the values of a name may be of any type. */
function readSubject(bytes: Uint8Array): readonly NameAttribute[] {
  const attributes: NameAttribute[] = [];
  for (const sequence = new DerReader(bytes).sequence(mismatch); !sequence.isEmpty; ) {
    for (const set = sequence.inside(derTag.set, mismatch); !set.isEmpty; ) attributes.push(readPair(set));
  }
  return attributes;
}

function readPair(reader: DerReader): NameAttribute {
  const pair = reader.sequence(mismatch);
  const type = pair.identifier("asn1: structure error: invalid object identifier");
  const element = pair.any(malformed);
  return { type, value: anyToJson(element), isText: isText(element.tag) };
}

/** Attributes whose values are lists of pairs, as extensions are; others are left out. */
function attributeToJson(bytes: Uint8Array): Value | undefined {
  return unlessMalformed(() => {
    const attribute = new DerReader(bytes).sequence(mismatch);
    const type = attribute.identifier(mismatch);
    const values: Value[] = [];
    for (const set = attribute.inside(derTag.set, mismatch); !set.isEmpty; ) {
      const pairs: Value[] = [];
      for (const list = set.sequence(mismatch); !list.isEmpty; ) {
        const pair = readPair(list);
        pairs.push({ Type: pair.type.numbers, Value: pair.value });
      }
      values.push(pairs);
    }
    return { Type: type.numbers, Value: values };
  });
}

const extensionRequest = "1.2.840.113549.1.9.14";

/** The extensions that an attribute asks for. */
function readExtensions(bytes: Uint8Array): readonly CertificateExtension[] {
  const list = unlessMalformed(() => {
    const attribute = new DerReader(bytes).sequence(mismatch);
    const { text } = attribute.identifier(mismatch);
    const values = attribute.inside(derTag.set, mismatch);
    return text === extensionRequest && !values.isEmpty ? values.any(mismatch).bytes : undefined;
  });
  if (list === undefined) return [];
  const extensions: CertificateExtension[] = [];
  for (const reader = new DerReader(list).sequence(mismatch); !reader.isEmpty; ) extensions.push(readExtension(reader));
  return extensions;
}

function readExtension(list: DerReader): CertificateExtension {
  const extension = list.sequence("asn1: structure error: sequence tag mismatch");
  const identifier = extension.identifier("asn1: structure error: invalid object identifier");
  const isCritical = extension.has(derTag.boolean) && extension.boolean("asn1: syntax error: invalid boolean");
  return { identifier, isCritical, value: extension.element(derTag.octetString, mismatch).content };
}

function unlessMalformed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof X509Fault) return undefined;
    throw fault;
  }
}

const namesIn = (extensions: readonly CertificateExtension[]): GeneralNames => {
  const extension = extensions.find(({ identifier }) => identifier.text === alternativeNames);
  return extension === undefined ? noNames : readGeneralNames(extension.value);
};
