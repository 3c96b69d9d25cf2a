import type { Value } from "../../value/value.js";
import { derTag } from "./der.js";
import { DerReader } from "./der-reader.js";
import { X509Fault } from "./x509-fault.js";
import type { ObjectIdentifier } from "./x509-identifier.js";
import { readText } from "./x509-text.js";

/** An attribute of a name. */
export interface NameAttribute {
  readonly type: ObjectIdentifier;
  /** A text in certificates; in requests it may be anything. */
  readonly value: Value;
  /** Whether it is a text; others may be written as one in JSON. */
  readonly isText: boolean;
}

/**
 * The attributes of a name, whatever their grouping.
 *
 * @throws X509Fault when the bytes are no name
 */
export function readName(bytes: Uint8Array): readonly NameAttribute[] {
  const fault = "x509: invalid RDNSequence";
  const attributes: NameAttribute[] = [];
  for (const sequence = new DerReader(bytes).sequence(fault); !sequence.isEmpty; ) {
    for (const set = sequence.inside(derTag.set, fault); !set.isEmpty; ) attributes.push(readAttribute(set));
  }
  return attributes;
}

function readAttribute(set: DerReader): NameAttribute {
  const attribute = set.sequence("x509: invalid RDNSequence: invalid attribute");
  const type = attribute.identifier("x509: invalid RDNSequence: invalid attribute type");
  const context = "x509: invalid RDNSequence: invalid attribute value";
  const { tag, content } = attribute.any(context);
  try {
    return { type, value: readText(tag, content), isText: true };
  } catch (fault) {
    throw fault instanceof X509Fault ? new X509Fault(`${context}: ${fault.message}`) : fault;
  }
}

/** Attributes that have members of their own: those of which the last counts, and those that are listed. */
const single: ReadonlyMap<string, string> = new Map([
  ["2.5.4.3", "CommonName"],
  ["2.5.4.5", "SerialNumber"],
]);

const listed: ReadonlyMap<string, string> = new Map([
  ["2.5.4.6", "Country"],
  ["2.5.4.7", "Locality"],
  ["2.5.4.8", "Province"],
  ["2.5.4.9", "StreetAddress"],
  ["2.5.4.10", "Organization"],
  ["2.5.4.11", "OrganizationalUnit"],
  ["2.5.4.17", "PostalCode"],
]);

/** A name as Go's structure in JSON. */
export function nameToJson(attributes: readonly NameAttribute[]): Value {
  const names = attributes.map(({ type, value }) => ({ Type: type.numbers, Value: value }));
  const json: Record<string, Value> = { ExtraNames: null, Names: names.length > 0 ? names : null };
  for (const [identifier, member] of single) json[member] = textsOf(attributes, identifier).at(-1) ?? "";
  for (const [identifier, member] of listed) {
    const texts = textsOf(attributes, identifier);
    json[member] = texts.length > 0 ? texts : null;
  }
  return json;
}

const textsOf = (attributes: readonly NameAttribute[], identifier: string): readonly string[] =>
  attributes
    .filter(({ type, isText }) => isText && type.text === identifier)
    .map(({ value }) => value)
    .filter((value) => typeof value === "string");
