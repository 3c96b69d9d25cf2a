import { goQuote } from "@ostiary/rules";
import { CelError, NO_SUCH_OVERLOAD } from "../cel-error.js";
import { BOOL, INT, opaque, STRING } from "../cel-type.js";
import { type CelType, type Evaluated, OpaqueValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { formatIpAddress, type IpBytes, isMapped, parseIpAddress } from "./ip-address.js";
import { IP, IpValue, readIp } from "./ips.js";
import { traversalCost } from "./traversal-cost.js";

export const CIDR: CelType<CidrValue> = opaque("net.CIDR");

class CidrValue extends OpaqueValue {
  readonly type = CIDR;
  readonly bytes: IpBytes;
  /** How many leading bits name the network. */
  readonly prefix: number;
  constructor(bytes: IpBytes, prefix: number) {
    super();
    this.bytes = bytes;
    this.prefix = prefix;
  }
  override equals(other: OpaqueValue): boolean {
    return other instanceof CidrValue && format(other) === format(this);
  }
}

const format = ({ bytes, prefix }: CidrValue): string => `${formatIpAddress(bytes)}/${prefix}`;

const CONTEXT = "network address parse error during conversion from string: ";

const prefixFault = (text: string, detail: string): CelError =>
  CelError.of(`${CONTEXT}${CONTEXT}netip.ParsePrefix(${goQuote(text)}): ${detail}`);

const readCidr = (text: string): CidrValue | CelError => {
  const slash = text.lastIndexOf("/");
  if (slash === -1) return prefixFault(text, "no '/'");
  const [address, length] = [text.slice(0, slash), text.slice(slash + 1)];
  const bytes = parseIpAddress(address);
  if (bytes === undefined) return prefixFault(text, `ParseAddr(${goQuote(address)}): unable to parse IP`);
  if (!/^(0|[1-9]\d?\d?)$/.test(length)) return prefixFault(text, `bad bits after slash: ${goQuote(length)}`);
  if (Number(length) > bytes.length * 8) return prefixFault(text, "prefix length out of range");
  if (isMapped(bytes)) return CelError.of(`${CONTEXT}IPv4-mapped IPv6 address ${goQuote(text)} is not allowed`);
  return new CidrValue(bytes, Number(length));
};

/** An address with the bits behind the network set to zero. */
const mask = (bytes: IpBytes, prefix: number): IpBytes =>
  bytes.map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * index))) & 0xff);

const containsBytes = ({ bytes, prefix }: CidrValue, other: IpBytes): boolean =>
  bytes.length === other.length && formatIpAddress(mask(bytes, prefix)) === formatIpAddress(mask(other, prefix));

/** Of a text that is no address Kubernetes does not tell what is wrong with it. */
const containsIp = (cidr: CidrValue, ip: IpValue | CelError): Evaluated =>
  ip instanceof CelError ? NO_SUCH_OVERLOAD : containsBytes(cidr, ip.bytes);

const containsCidr = (cidr: CidrValue, other: CidrValue | CelError): Evaluated =>
  other instanceof CelError ? other : cidr.prefix <= other.prefix && containsBytes(cidr, other.bytes);

/**
 * Ranges of addresses.
 *
 * @source k8s.io/apiserver, pkg/cel/library/cidr.go
 */
export const CIDRS: readonly FunctionDeclaration[] = [
  { name: "cidr", overloads: [functionOverload([STRING], CIDR, readCidr)], cost: traversalCost },
  {
    name: "isCIDR",
    overloads: [functionOverload([STRING], BOOL, (text) => readCidr(text) instanceof CidrValue)],
    cost: traversalCost,
  },
  {
    name: "containsIP",
    overloads: [
      methodOverload([CIDR, STRING], BOOL, (cidr, text) => containsIp(cidr, readIp(text))),
      methodOverload([CIDR, IP], BOOL, containsIp),
    ],
  },
  {
    name: "containsCIDR",
    overloads: [
      methodOverload([CIDR, STRING], BOOL, (cidr, text) => containsCidr(cidr, readCidr(text))),
      methodOverload([CIDR, CIDR], BOOL, containsCidr),
    ],
  },
  { name: "ip", overloads: [methodOverload([CIDR], IP, ({ bytes }) => new IpValue(bytes))] },
  { name: "prefixLength", overloads: [methodOverload([CIDR], INT, ({ prefix }) => BigInt(prefix))] },
  {
    name: "masked",
    overloads: [
      methodOverload([CIDR], CIDR, ({ bytes, prefix }): Evaluated => new CidrValue(mask(bytes, prefix), prefix)),
    ],
  },
  { name: "string", overloads: [functionOverload([CIDR], STRING, (cidr) => format(cidr))] },
];
