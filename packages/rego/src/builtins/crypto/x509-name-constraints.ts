import { quote } from "../../value/quote.js";
import { toHex } from "../encoding/hex.js";
import { parseIp } from "../net/ip-address.js";
import { decodeUtf8 } from "../text/utf8.js";
import { DerReader } from "./der-reader.js";
import { isDomain, readMailbox } from "./x509-domain.js";
import { X509Fault } from "./x509-fault.js";
import { nameTag } from "./x509-general-names.js";
import { asciiText } from "./x509-text.js";

/** A range of addresses, as it is written: the address may have bits that the mask has not. */
export interface AddressRange {
  readonly address: Uint8Array;
  readonly mask: Uint8Array;
}

/** Names that certificates below may have, or must not have. */
export interface NameSubtrees {
  readonly dns: readonly string[];
  readonly ranges: readonly AddressRange[];
  readonly emails: readonly string[];
  readonly uris: readonly string[];
}

/** What an authority is restricted to. */
export interface NameConstraints {
  readonly permitted: NameSubtrees;
  readonly excluded: NameSubtrees;
  /** Whether names of other kinds are restricted, too. */
  readonly hasOthers: boolean;
}

export const noSubtrees: NameSubtrees = { dns: [], ranges: [], emails: [], uris: [] };

const malformed = "x509: invalid NameConstraints extension";

/**
 * Reads the names that an authority may, and must not, give.
 *
 * @throws X509Fault when they are malformed
 */
export function readNameConstraints(value: Uint8Array): NameConstraints {
  const outer = new DerReader(value);
  const sequence = outer.sequence(malformed);
  const permitted = sequence.optional(0xa0, malformed);
  const excluded = sequence.optional(0xa1, malformed);
  if (!outer.isEmpty || !sequence.isEmpty) throw new X509Fault(malformed);
  if ((permitted?.isEmpty ?? true) && (excluded?.isEmpty ?? true))
    throw new X509Fault("x509: empty name constraints extension");
  const [allowed, forbidden] = [permitted, excluded].map(readSubtrees);
  return {
    permitted: allowed?.subtrees ?? noSubtrees,
    excluded: forbidden?.subtrees ?? noSubtrees,
    hasOthers: allowed?.hasOthers === true || forbidden?.hasOthers === true,
  };
}

type OpenSubtrees = { readonly [Kind in keyof NameSubtrees]: NameSubtrees[Kind][number][] };

interface ReadSubtrees {
  readonly subtrees: NameSubtrees;
  readonly hasOthers: boolean;
}

function readSubtrees(reader: DerReader | undefined): ReadSubtrees {
  const subtrees: OpenSubtrees = { dns: [], ranges: [], emails: [], uris: [] };
  let hasOthers = false;
  while (reader?.isEmpty === false) {
    const { tag, content } = reader.sequence(malformed).any(malformed);
    if (tag === nameTag.dns) subtrees.dns.push(readDomain(content));
    else if (tag === nameTag.address) subtrees.ranges.push(readRange(content));
    else if (tag === nameTag.email) subtrees.emails.push(readEmail(content));
    else if (tag === nameTag.uri) subtrees.uris.push(readHost(content));
    else hasOthers = true;
  }
  return { subtrees, hasOthers };
}

function ascii(content: Uint8Array): string {
  const text = asciiText(content);
  if (text !== undefined) return text;
  const written = quote(decodeUtf8(content));
  throw new X509Fault(`x509: invalid constraint value: x509: ${written} cannot be encoded as an IA5String`);
}

function readDomain(content: Uint8Array): string {
  const domain = ascii(content);
  if (isDomain(domain, "constraint")) return domain;
  throw new X509Fault(`x509: failed to parse dnsName constraint ${quote(domain)}`);
}

/** With a sign it is a mailbox, without it a domain. */
function readEmail(content: Uint8Array): string {
  const email = ascii(content);
  const isSound = email.includes("@") ? readMailbox(email) !== undefined : isDomain(email, "constraint");
  if (isSound) return email;
  throw new X509Fault(`x509: failed to parse rfc822Name constraint ${quote(email)}`);
}

function readHost(content: Uint8Array): string {
  const host = ascii(content);
  if (parseIp(host) !== undefined)
    throw new X509Fault(`x509: failed to parse URI constraint ${quote(host)}: cannot be IP address`);
  if (isDomain(host, "constraint")) return host;
  throw new X509Fault(`x509: failed to parse URI constraint ${quote(host)}`);
}

function readRange(content: Uint8Array): AddressRange {
  const { length } = content;
  if (length !== 8 && length !== 32) throw new X509Fault(`x509: IP constraint contained value of length ${length}`);
  const [address, mask] = [content.subarray(0, length / 2), content.subarray(length / 2)];
  const bits = Array.from(mask, (byte) => byte.toString(2).padStart(8, "0")).join("");
  if (!/^1*0*$/.test(bits)) throw new X509Fault(`x509: IP constraint contained invalid mask ${toHex(mask)}`);
  return { address, mask };
}
