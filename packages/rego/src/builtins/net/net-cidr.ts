import { membersOf, objectEntries } from "../../value/collection.js";
import { RegoSet } from "../../value/set.js";
import { isArray, isObjectValue, isSet, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { mergeNetworks } from "./cidr-merge.js";
import {
  addressText,
  containsAddress,
  type IpAddress,
  lastAddress,
  type Network,
  parseCidr,
  parseIp,
  shortened,
} from "./ip-address.js";

/** Builtins of IP networks. */
export const netCidrBuiltins: readonly BuiltinDefinition[] = [
  { name: "net.cidr_contains", signature: "cidr: string, cidr_or_ip: string -> result: boolean", call: contains },
  { name: "net.cidr_overlap", signature: "string, string -> boolean", deprecated: true, call: contains },
  { name: "net.cidr_intersects", signature: "cidr1: string, cidr2: string -> result: boolean", call: intersects },
  { name: "net.cidr_is_valid", signature: "cidr: string -> result: boolean", call: isValid },
  {
    name: "net.cidr_contains_matches",
    signature:
      "cidrs: string|array[string|array[any]]|object[string: string|array[any]]|set[string|array[any]], cidrs_or_ips: string|array[string|array[any]]|object[string: string|array[any]]|set[string|array[any]] -> output: set[[any, any]]",
    call: containsMatches,
  },
  { name: "net.cidr_expand", signature: "cidr: string -> hosts: set[string]", call: expand },
  { name: "net.cidr_merge", signature: "addrs: array[|string]|set[string] -> output: set[string]", call: merge },
];

function contains(operands: Operands): boolean {
  return containsText(operands.value(1), operands.value(2), operands);
}

function containsText(outer: Value, inner: Value, operands: Operands): boolean {
  const network = networkOf(outer, operands);
  // OPA numbers both operands 1 here.
  if (typeof inner !== "string") throw operands.mismatch(1, inner, "string");
  const address = parseIp(inner);
  if (address !== undefined) return containsAddress(network, address);
  const part = parseCidr(inner);
  if (part === undefined) throw operands.fault(`not a valid textual representation of an IP address or CIDR: ${inner}`);
  const { value, bits, prefix } = shortened(part);
  return (
    containsAddress(network, { value, bits }) &&
    containsAddress(network, { value: lastAddress({ value, bits, prefix }), bits })
  );
}

function networkOf(value: Value, operands: Operands): Network {
  if (typeof value !== "string") throw operands.mismatch(1, value, "string");
  const network = parseCidr(value);
  if (network === undefined) throw operands.fault(`invalid CIDR address: ${value}`);
  return shortened(network);
}

function intersects(operands: Operands): boolean {
  const [left, right] = [networkOf(operands.value(1), operands), networkOf(operands.value(2), operands)];
  return containsAddress(left, right) || containsAddress(right, left);
}

function isValid(operands: Operands): boolean {
  const value = operands.value(1);
  return typeof value === "string" && parseCidr(value) !== undefined;
}

/** Pairs of what is contained in what, named by index, key or member. */
function containsMatches(operands: Operands, context: BuiltinContext): RegoSet {
  const result = new RegoSet();
  for (const [outer, outerIndex] of candidates(1, operands)) {
    for (const [inner, innerIndex] of candidates(2, operands)) {
      context.charge(1);
      if (containsText(outer, inner, operands)) result.add([outerIndex, innerIndex]);
    }
  }
  return result;
}

/** The addresses of an operand, each with what stands for it; of an array that is a member the first element counts. */
function* candidates(position: number, operands: Operands): Generator<readonly [Value, Value]> {
  for (const [member, index] of membersWithIndex(operands.value(position))) {
    const address = isArray(member) ? member[0] : member;
    if (address === undefined || !(typeof member === "string" || isArray(member))) {
      throw operands.fault(`operand ${position}: element must be string or non-empty array`);
    }
    yield [address, index];
  }
}

function membersWithIndex(value: Value): readonly (readonly [Value, Value])[] {
  if (typeof value === "string") return [[value, value]];
  if (isArray(value)) return value.map((member, index) => [member, index]);
  if (isSet(value)) return value.sorted().map((member) => [member, member]);
  return isObjectValue(value) ? Array.from(objectEntries(value), ([key, member]) => [member, key]) : [];
}

function expand(operands: Operands, context: BuiltinContext): RegoSet {
  const text = operands.string(1);
  const network = parseCidr(text);
  if (network === undefined) throw operands.fault(`invalid CIDR address: ${text}`);
  const last = lastAddress(network);
  const count = last - network.value + 1n;
  if (count > BigInt(context.limits.collectionSize)) return context.exceed("collectionSize");
  context.charge(Number(count));
  const result = new RegoSet();
  for (let value = network.value; value <= last; value += 1n) result.add(addressText({ value, bits: network.bits }));
  return result;
}

function merge(operands: Operands, context: BuiltinContext): RegoSet {
  const value = operands.value(1);
  if (!isArray(value) && !isSet(value)) throw operands.fault("operand must be an array");
  const networks = membersOf(value).map((member) => mergeable(member, operands));
  context.charge(networks.length);
  return new RegoSet(mergeNetworks(networks));
}

/** A network, or an IPv4 address with the prefix of its class. */
function mergeable(member: Value, operands: Operands): Network {
  if (typeof member !== "string") throw operands.fault("element must be string");
  const address = parseIp(member);
  if (address?.bits === 128) throw operands.fault("IPv6 invalid: needs prefix length");
  if (address !== undefined) return { ...address, prefix: classPrefix(address) };
  const network = parseCidr(member);
  if (network === undefined) throw operands.fault(`invalid CIDR address: ${member}`);
  return network;
}

function classPrefix({ value }: IpAddress): number {
  if (value < 0x80000000n) return 8;
  return value < 0xc0000000n ? 16 : 24;
}
