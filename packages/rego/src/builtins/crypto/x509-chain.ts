import { areEqual } from "./rsa.js";
import type { Certificate } from "./x509-certificate.js";
import { keepsConstraints } from "./x509-chain-constraints.js";
import { alternativeNames } from "./x509-extensions.js";
import { isCertificateOf } from "./x509-host.js";
import { hasValidPolicies } from "./x509-policies.js";
import { isSignedBy } from "./x509-signature.js";

/** What a chain must satisfy. */
export interface ChainDemands {
  /** Nanoseconds since 1970. */
  readonly now: bigint;
  /** Empty: any host. */
  readonly host: string;
  /** Go's numbers of extended usages, of which one must be admitted; none: that of servers. */
  readonly usages: readonly number[];
  /** Counts work. */
  readonly charge: (units: number) => void;
}

/** A certificate that may be above another. */
type Rank = "root" | "intermediate";

/** How many signatures are looked at for one chain. */
const mostSignatures = 100;

/** The number that stands for any usage, and that for servers. */
const [anyUsage, serverUsage] = [0, 1];

/**
 * The first chain from a leaf to a root that satisfies all demands; undefined when there is none.
 *
 * Source: Go's `Certificate.Verify`, with the root alone as what is trusted.
 */
export function findChain(
  leaf: Certificate,
  intermediates: readonly Certificate[],
  root: Certificate,
  demands: ChainDemands,
): readonly Certificate[] | undefined {
  const search = new ChainSearch(root, intermediates, demands);
  if (!search.isUsable(leaf, undefined, [])) return undefined;
  if (demands.host !== "" && !isCertificateOf(demands.host, leaf.contents.names)) return undefined;
  const chains = areEqual(leaf.raw, root.raw) ? [[leaf]] : search.chainsAbove([leaf]);
  return chains.find((chain) => isAcceptable(chain, demands));
}

function isAcceptable(chain: readonly Certificate[], { usages, charge }: ChainDemands): boolean {
  const admitsUsages = usages.includes(anyUsage) || admits(chain, usages.length > 0 ? usages : [serverUsage]);
  return hasValidPolicies(chain, charge) && admitsUsages && keepsConstraints(chain, charge);
}

/** Whether one usage is admitted by all certificates that restrict usages. */
function admits(chain: readonly Certificate[], usages: readonly number[]): boolean {
  let remaining = usages;
  for (const { contents } of chain.toReversed()) {
    const isFree = contents.usages.length === 0 && contents.unknownUsages.length === 0;
    if (isFree || contents.usages.includes(anyUsage)) continue;
    remaining = remaining.filter((usage) => contents.usages.includes(usage));
    if (remaining.length === 0) return false;
  }
  return true;
}

class ChainSearch {
  #signatures = 0;
  readonly #intermediates: readonly Certificate[];

  constructor(
    readonly root: Certificate,
    intermediates: readonly Certificate[],
    readonly demands: ChainDemands,
  ) {
    const unique = new Map(intermediates.map((certificate) => [keyOf(certificate), certificate]));
    this.#intermediates = [...unique.values()];
  }

  /** The chains that begin with some certificates; the root is looked at first. */
  chainsAbove(chain: readonly Certificate[]): readonly (readonly Certificate[])[] {
    const last = chain.at(-1);
    if (last === undefined) return [];
    this.demands.charge(1 + Math.ceil(this.#intermediates.length / 16));
    const candidates = [
      ...parentsOf(last, [this.root]).map((parent) => ({ parent, rank: "root" as const })),
      ...parentsOf(last, this.#intermediates).map((parent) => ({ parent, rank: "intermediate" as const })),
    ];
    const chains: (readonly Certificate[])[] = [];
    for (const { parent, rank } of candidates) {
      this.#signatures += 1;
      if (this.#signatures > mostSignatures) break;
      if (!this.#isParent(parent, rank, chain, last)) continue;
      if (rank === "root") chains.push([...chain, parent]);
      else chains.push(...this.chainsAbove([...chain, parent]));
    }
    return chains;
  }

  #isParent(parent: Certificate, rank: Rank, chain: readonly Certificate[], child: Certificate): boolean {
    if (parent.key === undefined || isAmong(parent, chain) || !maySign(parent)) return false;
    // A signature costs as much as a thousand steps, and more for a long message.
    this.demands.charge(1_000 + Math.ceil(child.body.length / 16));
    return isSignedBy(child.method, child.body, child.signature, parent.key) && this.isUsable(parent, rank, chain);
  }

  /** Whether a certificate may stand behind others now. */
  isUsable(
    { contents, notBefore, notAfter }: Certificate,
    rank: Rank | undefined,
    chain: readonly Certificate[],
  ): boolean {
    if (contents.unhandled.length > 0) return false;
    if (this.demands.now < notBefore.instant || this.demands.now > notAfter.instant) return false;
    if (rank === "intermediate" && (!contents.hasBasicConstraints || !contents.isAuthority)) return false;
    const isBounded = contents.hasBasicConstraints && contents.maxPathLength >= 0n;
    return !isBounded || BigInt(chain.length - 1) <= contents.maxPathLength;
  }
}

/** Those that may have signed a certificate: first those with the key that it names, last those with another one. */
function parentsOf({ rawIssuer, contents }: Certificate, pool: readonly Certificate[]): readonly Certificate[] {
  const named = contents.authorityKeyId ?? new Uint8Array();
  const rankOf = (parent: Certificate): number => {
    const own = parent.contents.subjectKeyId ?? new Uint8Array();
    if (areEqual(own, named)) return 0;
    return (own.length === 0) === (named.length === 0) ? 2 : 1;
  };
  return pool
    .filter(({ rawSubject }) => areEqual(rawSubject, rawIssuer))
    .map((parent) => ({ parent, rank: rankOf(parent) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ parent }) => parent);
}

function maySign({ version, contents }: Certificate): boolean {
  const isAuthority = contents.hasBasicConstraints ? contents.isAuthority : version !== 3;
  return isAuthority && (contents.keyUsage === 0 || (contents.keyUsage & 32) !== 0);
}

/** Whether the subject with its key is among others already; one with other names counts as another. */
function isAmong(candidate: Certificate, chain: readonly Certificate[]): boolean {
  const names = namesOf(candidate);
  for (const certificate of chain) {
    if (!areEqual(candidate.rawSubject, certificate.rawSubject)) continue;
    if (!areEqual(candidate.keyInfo, certificate.keyInfo)) continue;
    const others = namesOf(certificate);
    if (names === undefined || others === undefined) return names === others;
    if (areEqual(names, others)) return true;
  }
  return false;
}

const namesOf = ({ extensions }: Certificate): Uint8Array | undefined =>
  extensions.find(({ identifier }) => identifier.text === alternativeNames)?.value;

/** A text that is the same for the same certificates only. */
const keyOf = ({ raw }: Certificate): string => Array.from(raw, (byte) => String.fromCharCode(byte)).join("");
