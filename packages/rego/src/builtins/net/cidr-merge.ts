import { addressText, lastAddress, longValue, type Network, shortened } from "./ip-address.js";

/** Addresses of 128 bits, both ends inclusive. `network` is what it was made from, as long as nothing was merged into it. */
interface Range {
  readonly first: bigint;
  readonly last: bigint;
  readonly network?: Network;
}

/** Merges overlapping and adjacent networks into as few as possible, written as CIDRs; IPv4 and IPv6 may be mixed. */
export function mergeNetworks(networks: readonly Network[]): readonly string[] {
  const ranges = networks.map(rangeOf).sort(compareRanges);
  const merged: Range[] = [];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const below = ranges.at(-1);
    if (below === undefined || below.last < range.first - 1n) {
      merged.push(range);
      continue;
    }
    ranges.pop();
    ranges.push({ first: lesser(below.first, range.first), last: range.last });
  }
  return merged.flatMap((range) => (range.network === undefined ? cidrsOf(range) : [cidrText(range.network)]));
}

/** Of two addresses; they are bigints, which `Math.min` does not take. */
function lesser(left: bigint, right: bigint): bigint {
  if (left < right) return left;
  return right;
}

function rangeOf(network: Network): Range {
  const { value, bits, prefix } = shortened(network);
  const host = BigInt(bits - prefix);
  const first = (value >> host) << host;
  const last = lastAddress({ value: first, bits, prefix });
  return { first: longValue({ value: first, bits }), last: longValue({ value: last, bits }), network };
}

function compareRanges(left: Range, right: Range): number {
  const difference = left.last === right.last ? left.first - right.first : left.last - right.last;
  return Number(difference > 0n) - Number(difference < 0n);
}

/** The fewest networks that make up a range: each as large as its first address and the end of the range allow. */
function cidrsOf({ first, last }: Range): readonly string[] {
  const texts: string[] = [];
  for (let start = first; start <= last; ) {
    let host = 0n;
    while (host < 128n && fits(start, host + 1n, last)) host += 1n;
    texts.push(cidrText({ value: start, bits: 128, prefix: 128 - Number(host) }));
    start += 1n << host;
  }
  return texts;
}

const fits = (start: bigint, host: bigint, last: bigint): boolean =>
  (start >> host) << host === start && start + (1n << host) - 1n <= last;

function cidrText(network: Network): string {
  const short = shortened(network);
  return `${addressText(short)}/${short.prefix}`;
}
