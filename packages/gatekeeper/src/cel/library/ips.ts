import { goQuote } from "@ostiary/rules";
import { CelError } from "../cel-error.js";
import { BOOL, INT, opaque, STRING } from "../cel-type.js";
import { type CelType, OpaqueValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { formatIpAddress, type IpBytes, isMapped, parseIpAddress } from "./ip-address.js";
import { traversalCost } from "./traversal-cost.js";

export const IP: CelType<IpValue> = opaque("net.IP");

/** An address as a value. */
export class IpValue extends OpaqueValue {
  readonly type = IP;
  readonly bytes: IpBytes;
  constructor(bytes: IpBytes) {
    super();
    this.bytes = bytes;
  }
  override equals(other: OpaqueValue): boolean {
    return other instanceof IpValue && formatIpAddress(other.bytes) === formatIpAddress(this.bytes);
  }
}

/** What is wrong with an address, in Go's words as far as they are told apart here. */
const addressFault = (text: string): string => {
  if (text.includes(":") || !/^[\d.]+$/.test(text) || !text.includes(".")) return "unable to parse IP";
  const parts = text.split(".");
  if (parts.some((part) => /^0\d/.test(part))) return "IPv4 field has octet with leading zero";
  if (parts.some((part) => Number(part) > 255)) return "IPv4 field has value >255";
  if (parts.includes("")) return "IPv4 field must have at least one digit";
  return parts.length < 4 ? "IPv4 address too short" : "IPv4 address too long";
};

/** Reads an address; zones and addresses of version 4 written as version 6 are refused. */
export const readIp = (text: string): IpValue | CelError => {
  const [address = "", zone] = text.split("%");
  const bytes = parseIpAddress(address);
  if (bytes === undefined) {
    const fault = `ParseAddr(${goQuote(text)}): ${addressFault(text)}`;
    return CelError.of(`IP Address ${goQuote(text)} parse error during conversion from string: ${fault}`);
  }
  if (zone !== undefined) return CelError.of(`IP address ${goQuote(text)} with zone value is not allowed`);
  if (isMapped(bytes)) return CelError.of(`IPv4-mapped IPv6 address ${goQuote(text)} is not allowed`);
  return new IpValue(bytes);
};

const isLoopback = ([first = 0, ...rest]: IpBytes): boolean =>
  rest.length === 3 ? first === 127 : first === 0 && rest.every((byte, index) => byte === (index === 14 ? 1 : 0));

const isUnspecified = (bytes: IpBytes): boolean => bytes.every((byte) => byte === 0);

const isLinkLocalUnicast = ([first = 0, second = 0, ...rest]: IpBytes): boolean =>
  rest.length === 2 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;

const isMulticast = ([first = 0, ...rest]: IpBytes): boolean =>
  rest.length === 3 ? (first & 0xf0) === 0xe0 : first === 0xff;

const isLinkLocalMulticast = ([first = 0, second = 0, third = 0, ...rest]: IpBytes): boolean =>
  rest.length === 1 ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 2;

const isBroadcast = (bytes: IpBytes): boolean => bytes.length === 4 && bytes.every((byte) => byte === 255);

const isGlobalUnicast = (bytes: IpBytes): boolean =>
  ![isBroadcast, isUnspecified, isLoopback, isMulticast, isLinkLocalUnicast].some((holds) => holds(bytes));

const question = (name: string, holds: (bytes: IpBytes) => boolean): FunctionDeclaration => ({
  name,
  overloads: [methodOverload([IP], BOOL, ({ bytes }) => holds(bytes))],
});

/**
 * Addresses of the internet.
 *
 * @source k8s.io/apiserver, pkg/cel/library/ip.go
 */
export const IPS: readonly FunctionDeclaration[] = [
  { name: "ip", overloads: [functionOverload([STRING], IP, readIp)], cost: traversalCost },
  {
    name: "ip.isCanonical",
    overloads: [
      functionOverload([STRING], BOOL, (text) => {
        const ip = readIp(text);
        return ip instanceof CelError ? ip : formatIpAddress(ip.bytes) === text;
      }),
    ],
    cost: (args) => traversalCost(args, 2),
  },
  {
    name: "isIP",
    overloads: [functionOverload([STRING], BOOL, (text) => readIp(text) instanceof IpValue)],
    cost: traversalCost,
  },
  { name: "family", overloads: [methodOverload([IP], INT, ({ bytes }) => (bytes.length === 4 ? 4n : 6n))] },
  question("isUnspecified", isUnspecified),
  question("isLoopback", isLoopback),
  question("isLinkLocalMulticast", isLinkLocalMulticast),
  question("isLinkLocalUnicast", isLinkLocalUnicast),
  question("isGlobalUnicast", isGlobalUnicast),
  { name: "string", overloads: [functionOverload([IP], STRING, ({ bytes }) => formatIpAddress(bytes))] },
];
