import { parseIp } from "../net/ip-address.js";
import type { Certificate } from "./x509-certificate.js";
import { isDomain, type Mailbox, readMailbox } from "./x509-domain.js";
import { alternativeNames, nameConstraintsIdentifier } from "./x509-extensions.js";
import type { NameSubtrees } from "./x509-name-constraints.js";
import { addressTest, domainTest, type SubtreeTest } from "./x509-subtree-kinds.js";
import type { CertificateUri } from "./x509-uri.js";

/**
 * Whether all names of a chain, which begins with its leaf, are such as the authorities above may give.
 *
 * @param charge - counts work that grows faster than certificates
 */
export function keepsConstraints(chain: readonly Certificate[], charge: (units: number) => void): boolean {
  const indexed = chain.map((certificate, index) => ({ certificate, index }));
  const constrained = indexed.filter(({ certificate }) => has(certificate, nameConstraintsIdentifier));
  for (const { certificate } of constrained) charge(Math.ceil(certificate.raw.length / 4));
  const tests = constrained.map(({ certificate, index }) => ({ index, allows: allowance(certificate) }));
  for (const [index, certificate] of chain.entries()) {
    const above = tests.filter((test) => test.index > index);
    if (above.length === 0) return true;
    if (!has(certificate, alternativeNames)) continue;
    const names = readNames(certificate);
    if (names === undefined) return false;
    charge(Math.ceil((names.size * above.length) / 16));
    if (!above.every(({ allows }) => allows(names))) return false;
  }
  return true;
}

const has = ({ extensions }: Certificate, identifier: string): boolean =>
  extensions.some((extension) => extension.identifier.text === identifier);

/** The names that constraints are about. */
interface ConstrainedNames {
  readonly addresses: readonly Uint8Array[];
  readonly dns: readonly string[];
  readonly hosts: readonly string[];
  readonly mailboxes: readonly Mailbox[];
  readonly size: number;
}

/** The names of a certificate; undefined when one cannot be compared. */
function readNames({ contents: { names } }: Certificate): ConstrainedNames | undefined {
  const { addresses, dns, emails, uris } = names;
  const hosts = uris.map(hostOf).filter((host) => host !== undefined);
  const mailboxes = emails.map(readMailbox).filter((mailbox) => mailbox !== undefined);
  if (hosts.length < uris.length || mailboxes.length < emails.length) return undefined;
  const lower = mailboxes.map(({ local, domain }) => ({ local, domain: domain.toLowerCase() }));
  const size = addresses.length + dns.length + hosts.length + emails.length;
  return { addresses, dns, hosts, mailboxes: lower, size };
}

/** The host of a URI without its port; undefined when there is none, or it is an address. */
function hostOf({ host }: CertificateUri): string | undefined {
  const lower = host.toLowerCase();
  const name = lower.includes(":") && !lower.endsWith("]") ? withoutPort(host) : lower;
  const isAddress = name === undefined || parseIp(name.replace(/%.*$/s, "")) !== undefined || /^\[.*\]$/s.test(name);
  return host === "" || isAddress ? undefined : name;
}

function withoutPort(host: string): string | undefined {
  const match = /^(?:\[([^[\]]*)\]|([^:[\]]*)):[^:[\]]*$/.exec(host);
  return match === null ? undefined : (match[1] ?? match[2]);
}

/** Whether an authority may give the names. */
function allowance({ contents: { constraints } }: Certificate): (names: ConstrainedNames) => boolean {
  const permitted = subtreeTests(constraints.permitted, "permitted");
  const excluded = subtreeTests(constraints.excluded, "excluded");
  const keeps = <Name>(kind: (tests: SubtreeTests) => SubtreeTest<Name> | undefined, name: Name): boolean =>
    kind(permitted)?.(name) !== false && kind(excluded)?.(name) !== true;
  return ({ addresses, dns, hosts, mailboxes }) =>
    addresses.every((address) => keeps(({ ranges }) => ranges, address)) &&
    dns.every((name) => isDomain(name, "name") && keeps((tests) => tests.dns, name)) &&
    hosts.every((host) => isDomain(host, "name") && keeps(({ uris }) => uris, host)) &&
    mailboxes.every((mailbox) => isDomain(mailbox.domain, "name") && keeps(({ emails }) => emails, mailbox));
}

/** Tests of the kinds of names that there are constraints of. */
interface SubtreeTests {
  readonly ranges: SubtreeTest<Uint8Array> | undefined;
  readonly dns: SubtreeTest<string> | undefined;
  readonly uris: SubtreeTest<string> | undefined;
  readonly emails: SubtreeTest<Mailbox> | undefined;
}

function subtreeTests({ ranges, dns, uris, emails }: NameSubtrees, use: "permitted" | "excluded"): SubtreeTests {
  return {
    ranges: ranges.length > 0 ? addressTest(ranges) : undefined,
    dns: dns.length > 0 ? domainTest(dns, use) : undefined,
    uris: uris.length > 0 ? domainTest(uris, use) : undefined,
    emails: emails.length > 0 ? mailboxTest(emails, use) : undefined,
  };
}

/** Constraints with a sign are one mailbox, those without one all mailboxes of domains. */
function mailboxTest(emails: readonly string[], use: "permitted" | "excluded"): SubtreeTest<Mailbox> {
  const whole = emails.filter((email) => email.includes("@")).map(readMailbox);
  const texts = new Set(whole.map((mailbox) => JSON.stringify([mailbox?.local, mailbox?.domain.toLowerCase()])));
  const domains = emails.filter((email) => !email.includes("@"));
  const isUnder = domains.length > 0 ? domainTest(domains, use) : () => false;
  return ({ local, domain }) => texts.has(JSON.stringify([local, domain])) || isUnder(domain);
}
