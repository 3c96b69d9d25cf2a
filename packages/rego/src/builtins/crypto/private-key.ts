import { type DerElement, derTag, readElement } from "./der.js";
import { DerReader } from "./der-reader.js";
import { type EllipticName, ellipticCurve, ellipticName } from "./elliptic-curves.js";
import { readPem } from "./pem.js";
import { X509Fault } from "./x509-fault.js";

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
  readonly curve: EllipticName;
  readonly x: Uint8Array;
  readonly y: Uint8Array;
  readonly secret: Uint8Array;
}

/** A private key on Ed25519. */
export interface EdwardsPrivateKey {
  readonly kind: "edwards";
  readonly seed: Uint8Array;
}

/** A private key on X25519, which signs nothing. */
export interface MontgomeryPrivateKey {
  readonly kind: "montgomery";
  readonly secret: Uint8Array;
}

/** A private key. */
export type PrivateKey = RsaPrivateKey | EllipticPrivateKey | EdwardsPrivateKey | MontgomeryPrivateKey;

/**
 * The private keys in the PEM blocks of a text; other blocks are passed over.
 *
 * @throws X509Fault when a block of a private key has none
 */
export function readPrivateKeys(text: string): readonly PrivateKey[] {
  const keys: PrivateKey[] = [];
  for (let block = readPem(text); block !== undefined; block = readPem(block.rest)) {
    const read = readers.get(block.type);
    if (read !== undefined) keys.push(read(block.bytes));
  }
  return keys;
}

/** The private key that bytes are, whatever its format; undefined when they are none that is supported. */
export function readAnyPrivateKey(bytes: Uint8Array): PrivateKey | undefined {
  for (const read of readers.values()) {
    try {
      return read(bytes);
    } catch (fault) {
      if (!(fault instanceof X509Fault)) throw fault;
    }
  }
  return undefined;
}

const readers: ReadonlyMap<string, (bytes: Uint8Array) => PrivateKey> = new Map<
  string,
  (bytes: Uint8Array) => PrivateKey
>([
  ["RSA PRIVATE KEY", rsaKey],
  ["PRIVATE KEY", wrappedKey],
  ["EC PRIVATE KEY", (bytes) => ellipticKey(bytes)],
]);

const mismatch = "asn1: structure error: tags don't match";

function sequenceIn(bytes: Uint8Array): DerElement {
  const element = readElement(bytes, 0);
  if (element === undefined) throw new X509Fault("asn1: syntax error: truncated tag or length");
  if (element.tag !== derTag.sequence) throw new X509Fault(mismatch);
  return element;
}

/** Reads the members of a key; one of another format is told by what stands after the version. */
function membersIn({ content }: DerElement, expected: Format): DerReader {
  const second = content[readElement(content, 0)?.bytes.length ?? 0];
  const format = formats.get(second ?? 0);
  if (format !== undefined && format !== expected)
    throw new X509Fault(`x509: failed to parse private key (use ${format} instead for this key format)`);
  return new DerReader(content);
}

type Format = "ParsePKCS1PrivateKey" | "ParseECPrivateKey" | "ParsePKCS8PrivateKey";

const formats: ReadonlyMap<number, Format> = new Map<number, Format>([
  [derTag.integer, "ParsePKCS1PrivateKey"],
  [derTag.octetString, "ParseECPrivateKey"],
  [derTag.sequence, "ParsePKCS8PrivateKey"],
]);

/** PKCS #1; what follows from the primes need not be written. */
function rsaKey(bytes: Uint8Array): RsaPrivateKey {
  const sequence = sequenceIn(bytes);
  if (sequence.bytes.length < bytes.length) throw new X509Fault("asn1: syntax error: trailing data");
  const members = membersIn(sequence, "ParsePKCS1PrivateKey");
  if (members.smallInteger(mismatch) > 1n) throw new X509Fault("x509: unsupported private key version");
  const [modulus, exponent] = [members.integer(mismatch), members.smallInteger(mismatch)];
  const [secret, p, q] = [members.integer(mismatch), members.integer(mismatch), members.integer(mismatch)];
  if ([modulus, secret, p - 1n, q - 1n].some((number) => number <= 0n))
    throw new X509Fault("x509: private key contains zero or negative value");
  const written = [1, 2, 3].map(() => (members.has(derTag.integer) ? members.integer(mismatch) : undefined));
  // Unless all of them are there, none counts.
  const complete = written.filter((number) => number !== undefined);
  const [dp = secret % (p - 1n), dq = secret % (q - 1n), coefficient = inverse(q, p)] =
    complete.length === written.length ? complete : [];
  const key = { kind: "rsa", modulus, exponent, secret, primes: [p, q], exponents: [dp, dq], coefficient } as const;
  if (!areInverse(key)) throw new X509Fault("crypto/rsa: invalid exponents");
  return key;
}

/** The inverse of a number modulo another (Euclid); not one if they have a factor in common. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, divisor, result, next] = [modulus, number % modulus, 0n, 1n];
  while (divisor > 0n) {
    const quotient = rest / divisor;
    [rest, divisor] = [divisor, rest % divisor];
    [result, next] = [next, result - quotient * next];
  }
  return ((result % modulus) + modulus) % modulus;
}

/** Whether the numbers belong together; that the primes are such is not looked at. */
function areInverse({ modulus, exponent, secret, primes: [p, q], exponents, coefficient }: RsaPrivateKey): boolean {
  if (p * q !== modulus || (coefficient * q) % p !== 1n) return false;
  return [p, q].every((prime, index) => {
    const isInverse = (exponent * secret) % (prime - 1n) === 1n;
    return isInverse && exponents[index] === secret % (prime - 1n);
  });
}

/** SEC 1; the curve may be known from around it. The point that may be written is not compared. */
function ellipticKey(bytes: Uint8Array, around?: EllipticName): EllipticPrivateKey {
  const members = within("x509: failed to parse EC private key: ", () => sequenceIn(bytes));
  const reader = membersIn(members, "ParseECPrivateKey");
  const version = reader.smallInteger(mismatch);
  const written = reader.element(derTag.octetString, mismatch).content;
  const named = reader.optional(0xa0, mismatch);
  const identifier = named?.has(derTag.oid) === true ? named.identifier(mismatch).text : undefined;
  const bits = reader.optional(0xa1, mismatch);
  if (bits?.has(derTag.bitString) === true) bits.bits(mismatch);
  if (version !== 1n) throw new X509Fault(`x509: unknown EC private key version ${version}`);
  const curve = around ?? ellipticName(identifier);
  if (curve === undefined) throw new X509Fault("x509: unknown elliptic curve");
  const { size, pointOf } = ellipticCurve(curve);
  const excess = written.length - size;
  if (written.some((byte, index) => index < excess && byte !== 0))
    throw new X509Fault("x509: invalid private key length");
  const secret = new Uint8Array(size);
  secret.set(written.subarray(Math.max(0, excess)), Math.max(0, -excess));
  const point = pointOf(secret);
  if (point === undefined) throw new X509Fault("invalid scalar encoding");
  return { kind: "elliptic", curve, x: point.slice(1, 1 + size), y: point.slice(1 + size), secret };
}

/** Puts words before those of a fault. */
function within<T>(context: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof X509Fault ? new X509Fault(context + fault.message) : fault;
  }
}

/** PKCS #8. */
function wrappedKey(bytes: Uint8Array): PrivateKey {
  const members = membersIn(sequenceIn(bytes), "ParsePKCS8PrivateKey");
  members.smallInteger(mismatch);
  const algorithm = members.sequence(mismatch);
  const { text } = algorithm.identifier(mismatch);
  const parameters = algorithm.isEmpty ? undefined : algorithm.any(mismatch);
  const { content } = members.element(derTag.octetString, mismatch);
  const embedded = (kind: string): string => `x509: failed to parse ${kind} private key embedded in PKCS#8: `;
  if (text === "1.2.840.113549.1.1.1") return within(embedded("RSA"), () => rsaKey(content));
  if (text === "1.2.840.10045.2.1") return within(embedded("EC"), () => ellipticKey(content, curveIn(parameters)));
  if (text === "1.3.101.112") return { kind: "edwards", seed: secretIn(content, parameters, "Ed25519") };
  if (text === "1.3.101.110") return { kind: "montgomery", secret: secretIn(content, parameters, "X25519") };
  throw new X509Fault(`x509: PKCS#8 wrapping contained private key with unknown algorithm: ${text}`);
}

/** Parameters that name no curve are as if there were none. */
function curveIn(parameters: DerElement | undefined): EllipticName | undefined {
  if (parameters?.tag !== derTag.oid) return undefined;
  const name = ellipticName(new DerReader(parameters.bytes).identifier(mismatch).text);
  if (name === undefined) throw new X509Fault("x509: unknown elliptic curve");
  return name;
}

function secretIn(content: Uint8Array, parameters: DerElement | undefined, kind: string): Uint8Array {
  if (parameters !== undefined) throw new X509Fault(`x509: invalid ${kind} private key parameters`);
  const secret = within(`x509: invalid ${kind} private key: `, () =>
    new DerReader(content).element(derTag.octetString, mismatch),
  ).content;
  if (secret.length !== 32) throw new X509Fault(`x509: invalid ${kind} private key length: ${secret.length}`);
  return secret;
}
