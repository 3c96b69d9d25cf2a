/** An IP address: so many bits, 32 or 128. */
export interface IpAddress {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

/** A network: its first address and the length of its prefix. */
export interface Network extends IpAddress {
  readonly prefix: number;
}

const mappedPrefix = 0xffff_0000_0000n;

/**
 * Reads an address as Go's `net.ParseIP` does: no leading zeros, no zones; an IPv4 address written in IPv6 form
 * (`::ffff:10.0.0.1`) is an IPv4 address.
 */
export function parseIp(text: string): IpAddress | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

/** The same, but an IPv4 address in IPv6 form stays as it is written, as in a CIDR. */
function parseIpv4(text: string): IpAddress | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return { value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n), bits: 32 };
}

function parseIpv6(text: string): IpAddress | undefined {
  const value = ipv6Value(text);
  if (value === undefined) return undefined;
  return value >> 32n === 0xffffn ? { value: value & 0xffffffffn, bits: 32 } : { value, bits: 128 };
}

function ipv6Value(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => groupsOf(half));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
}

/** Groups of 16 bits; the last may be an IPv4 address, which is two groups. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const last = parts.at(-1) ?? "";
  const embedded = last.includes(".") ? parseIpv4(last) : undefined;
  const groups = embedded === undefined ? parts : parts.slice(0, -1);
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  if (embedded !== undefined) numbers.push(Number(embedded.value >> 16n), Number(embedded.value & 0xffffn));
  return numbers;
}

/** Reads a CIDR as Go's `net.ParseCIDR` does; host bits are cleared. */
export function parseCidr(text: string): Network | undefined {
  const slash = text.indexOf("/");
  const prefixText = text.slice(slash + 1);
  if (slash < 0 || !/^\d{1,7}$/.test(prefixText)) return undefined;
  const address = text.slice(0, slash);
  const isLong = address.includes(":");
  const value = isLong ? ipv6Value(address) : parseIpv4(address)?.value;
  const bits = isLong ? 128 : 32;
  const prefix = Number(prefixText);
  if (value === undefined || prefix > bits) return undefined;
  const host = BigInt(bits - prefix);
  return { value: (value >> host) << host, bits, prefix };
}

/** The network of an IPv4 address in IPv6 form as one of 32 bits, which is how Go compares and prints it. */
export function shortened(network: Network): Network {
  const isMapped = network.bits === 128 && network.prefix >= 96 && network.value >> 32n === 0xffffn;
  return isMapped ? { value: network.value & 0xffffffffn, bits: 32, prefix: network.prefix - 96 } : network;
}

/** The last address of a network. */
export const lastAddress = ({ value, bits, prefix }: Network): bigint => value | ((1n << BigInt(bits - prefix)) - 1n);

/** Whether the network contains the address; one of the other family it does not. */
export function containsAddress(network: Network, address: IpAddress): boolean {
  if (network.bits !== address.bits) return false;
  const host = BigInt(network.bits - network.prefix);
  return network.value >> host === address.value >> host;
}

/** The text of an address, IPv6 with its longest run of zeros left out. */
export function addressText({ value, bits }: IpAddress): string {
  if (bits === 32 || value >> 32n === 0xffffn) return ipv4Text(value & 0xffffffffn);
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  const gap = longestZeros(groups);
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(":");
  return gap === undefined ? text(groups) : `${text(groups.slice(0, gap.start))}::${text(groups.slice(gap.end))}`;
}

const ipv4Text = (value: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** The first of the longest runs of at least two zero groups. */
function longestZeros(groups: readonly number[]): Gap | undefined {
  let longest: Gap = { start: 0, end: 1 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (groups[end] === 0) end += 1;
    if (end - start > longest.end - longest.start) longest = { start, end };
  }
  return longest.end - longest.start < 2 ? undefined : longest;
}

/** The address as one of 128 bits, IPv4 in IPv6 form. */
export const longValue = ({ value, bits }: IpAddress): bigint => (bits === 128 ? value : mappedPrefix | value);
