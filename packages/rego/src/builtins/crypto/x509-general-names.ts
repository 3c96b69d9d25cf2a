import { quote } from "../../value/quote.js";
import type { Value } from "../../value/value.js";
import { addressText } from "../net/ip-address.js";
import { bigIntegerOf } from "./der.js";
import { DerReader } from "./der-reader.js";
import { isDomain } from "./x509-domain.js";
import { X509Fault } from "./x509-fault.js";
import { asciiText } from "./x509-text.js";
import { type CertificateUri, readCertificateUri } from "./x509-uri.js";

/** The other names of who a certificate is about. */
export interface GeneralNames {
  readonly dns: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly Uint8Array[];
  readonly uris: readonly CertificateUri[];
}

export const noNames: GeneralNames = { dns: [], emails: [], addresses: [], uris: [] };

/** The tags of the kinds of names that are read. */
export const nameTag = { email: 0x81, dns: 0x82, uri: 0x86, address: 0x87 } as const;

/** Names while they are read. */
interface OpenNames {
  readonly dns: string[];
  readonly emails: string[];
  readonly addresses: Uint8Array[];
  readonly uris: CertificateUri[];
}

/**
 * Reads the names of a `subjectAltName`; those of other kinds are passed over.
 *
 * @throws X509Fault when one is malformed
 */
export function readGeneralNames(value: Uint8Array): GeneralNames {
  const names: OpenNames = { dns: [], emails: [], addresses: [], uris: [] };
  for (const list = new DerReader(value).sequence("x509: invalid subject alternative names"); !list.isEmpty; ) {
    const { tag, content } = list.any("x509: invalid subject alternative name");
    if (tag === nameTag.email) names.emails.push(ascii(content, "rfc822Name"));
    else if (tag === nameTag.dns) names.dns.push(ascii(content, "dNSName"));
    else if (tag === nameTag.uri) names.uris.push(readUri(ascii(content, "uniformResourceIdentifier")));
    else if (tag === nameTag.address) names.addresses.push(checkedAddress(content));
  }
  return names;
}

function ascii(content: Uint8Array, what: string): string {
  const text = asciiText(content);
  if (text === undefined) throw new X509Fault(`x509: SAN ${what} is malformed`);
  return text;
}

function readUri(text: string): CertificateUri {
  const uri = readCertificateUri(text);
  if (!isDomain(uri.host, "name")) throw new X509Fault(`x509: cannot parse URI ${quote(text)}: invalid domain`);
  return uri;
}

function checkedAddress(content: Uint8Array): Uint8Array {
  if (content.length === 4 || content.length === 16) return content;
  throw new X509Fault(`x509: cannot parse IP address of length ${content.length}`);
}

/** The text of an address of four or sixteen bytes. */
export const addressOf = (bytes: Uint8Array): string =>
  addressText({ value: bigIntegerOf(bytes), bits: bytes.length === 4 ? 32 : 128 });

/** Names as the members of Go's structure in JSON. */
export const namesToJson = ({ dns, emails, addresses, uris }: GeneralNames): Readonly<Record<string, Value>> => ({
  DNSNames: orNull(dns),
  EmailAddresses: orNull(emails),
  IPAddresses: orNull(addresses.map(addressOf)),
  URIs: orNull(uris.map(({ json }) => json)),
});

/** Go's lists without members are null. */
export const orNull = (list: readonly Value[]): Value => (list.length > 0 ? list : null);
