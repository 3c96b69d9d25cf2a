import { type DerElement, derTag, integerOfDer, membersOfDer, oidOfDer, readDer } from "./der.js";
import { readPem } from "./pem.js";
import { type CurveName, curveOf } from "./public-key.js";

/** The numbers of a private RSA key. */
export interface RsaPrivateKey {
  readonly kind: "rsa";
  readonly modulus: bigint;
  readonly exponent: bigint;
  readonly secret: bigint;
  readonly primes: readonly [bigint, bigint];
  /** The secret exponent modulo each prime less one. */
  readonly exponents: readonly [bigint, bigint];
  /** The inverse of the second prime modulo the first. */
  readonly coefficient: bigint;
}

/** A private key on an elliptic curve; its numbers have as many bytes as the curve. */
export interface EllipticPrivateKey {
  readonly kind: "elliptic";
  readonly curve: CurveName;
  readonly x: Uint8Array;
  readonly y: Uint8Array;
  readonly secret: Uint8Array;
}

/** A private key on Ed25519. */
export interface EdwardsPrivateKey {
  readonly kind: "edwards";
  readonly seed: Uint8Array;
}

/** A private key. */
export type PrivateKey = RsaPrivateKey | EllipticPrivateKey | EdwardsPrivateKey;

/** Why bytes are no key, in the words of Go's `crypto/x509`, without its internals. */
export class KeyFault {
  constructor(readonly message: string) {}
}

/**
 * The private keys in the PEM blocks of a text; other blocks are passed over.
 *
 * @throws KeyFault when a block of a private key has none
 */
export function readPrivateKeys(text: string): readonly PrivateKey[] {
  const keys: PrivateKey[] = [];
  for (let block = readPem(text); block !== undefined; block = readPem(block.rest)) {
    const read = readers.get(block.type);
    if (read !== undefined) keys.push(read(block.bytes));
  }
  return keys;
}

const readers: ReadonlyMap<string, (bytes: Uint8Array) => PrivateKey> = new Map<
  string,
  (bytes: Uint8Array) => PrivateKey
>([
  ["RSA PRIVATE KEY", (bytes) => rsaKey(membersIn(bytes))],
  ["EC PRIVATE KEY", (bytes) => ellipticKey(ellipticMembersIn(bytes))],
  ["PRIVATE KEY", wrappedKey],
]);

function membersIn(bytes: Uint8Array): readonly DerElement[] {
  const elements = readDer(bytes);
  if (elements === undefined) throw new KeyFault("asn1: syntax error: truncated tag or length");
  const members = elements[0]?.tag === derTag.sequence ? membersOfDer(elements[0]) : undefined;
  return members ?? malformed();
}

function malformed(): never {
  throw new KeyFault("asn1: structure error: tags don't match");
}

/** A key of another kind is told by what stands after the version. */
function refuseOthers(members: readonly DerElement[], expected: Format): void {
  const format = formats.get(members[1]?.tag ?? 0);
  if (format !== undefined && format !== expected)
    throw new KeyFault(`x509: failed to parse private key (use ${format} instead for this key format)`);
}

type Format = "ParsePKCS1PrivateKey" | "ParseECPrivateKey" | "ParsePKCS8PrivateKey";

const formats: ReadonlyMap<number, Format> = new Map<number, Format>([
  [derTag.integer, "ParsePKCS1PrivateKey"],
  [derTag.octetString, "ParseECPrivateKey"],
  [derTag.sequence, "ParsePKCS8PrivateKey"],
]);

/** PKCS #1. */
function rsaKey(members: readonly DerElement[]): RsaPrivateKey {
  refuseOthers(members, "ParsePKCS1PrivateKey");
  const [version, ...numbers] = members.map(integerOfDer);
  const [modulus, exponent, secret, p, q, dp, dq, coefficient] = numbers.map(positive);
  if (version === undefined || modulus === undefined || exponent === undefined || secret === undefined)
    return malformed();
  if (p === undefined || q === undefined || dp === undefined || dq === undefined || coefficient === undefined)
    return malformed();
  return { kind: "rsa", modulus, exponent, secret, primes: [p, q], exponents: [dp, dq], coefficient };
}

const positive = (number: bigint | undefined): bigint | undefined =>
  number === undefined || number <= 0n ? undefined : number;

function ellipticMembersIn(bytes: Uint8Array): readonly DerElement[] {
  try {
    return membersIn(bytes);
  } catch (fault) {
    throw fault instanceof KeyFault ? new KeyFault(`x509: failed to parse EC private key: ${fault.message}`) : fault;
  }
}

/** SEC 1; the curve may be known from around it. */
function ellipticKey(members: readonly DerElement[], around?: CurveName): EllipticPrivateKey {
  refuseOthers(members, "ParseECPrivateKey");
  const [, secret, ...rest] = members;
  const curve = around ?? curveOf(oidOfDer(tagged(rest, 0xa0)));
  if (curve === undefined || secret === undefined) throw new KeyFault("x509: unknown elliptic curve");
  // The point: no unused bits, not compressed, then both coordinates.
  const point = tagged(rest, 0xa1)?.content.slice(2);
  if (point === undefined) throw new KeyFault("keys without their public part are not available in this engine");
  const size = point.length / 2;
  const padding = new Uint8Array(Math.max(0, size - secret.content.length));
  return {
    kind: "elliptic",
    curve,
    x: point.slice(0, size),
    y: point.slice(size),
    secret: Uint8Array.from([...padding, ...secret.content]),
  };
}

const tagged = (members: readonly DerElement[], tag: number): DerElement | undefined =>
  membersOfDer(members.find((member) => member.tag === tag))?.[0];

/** PKCS #8. */
function wrappedKey(bytes: Uint8Array): PrivateKey {
  const members = membersIn(bytes);
  refuseOthers(members, "ParsePKCS8PrivateKey");
  const [, algorithm, key] = members;
  const [identifier, parameters] = membersOfDer(algorithm) ?? [];
  const name = oidOfDer(identifier);
  const content = key?.content ?? new Uint8Array();
  if (name === "1.2.840.113549.1.1.1") return rsaKey(membersIn(content));
  if (name === "1.2.840.10045.2.1") return ellipticKey(ellipticMembersIn(content), curveOf(oidOfDer(parameters)));
  if (name === "1.3.101.112") return edwardsKey(content);
  throw new KeyFault(`private keys of algorithm ${name ?? "?"} are not available in this engine`);
}

function edwardsKey(content: Uint8Array): EdwardsPrivateKey {
  const seed = readDer(content)?.[0]?.content ?? malformed();
  if (seed.length !== 32) throw new KeyFault(`x509: invalid Ed25519 private key length: ${seed.length}`);
  return { kind: "edwards", seed };
}
