import { ed25519 } from "@noble/curves/ed25519";
import { encodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import { encodeUtf8 } from "../text/utf8.js";
import { joined } from "./rsa.js";

/** An element of DER, for tests. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joined(...parts);
  return joined(Uint8Array.of(tag, ...sizeOf(content)), content);
}

function sizeOf({ length }: Uint8Array): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.of(...values);

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(0x30, ...parts);

export const text = (tag: number, content: string): Uint8Array => der(tag, encodeUtf8(content));

/** An object identifier. */
export function identifier(written: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = written.split(".").map(Number);
  return der(6, ...[root * 40 + second, ...rest].map(groups));
}

function groups(number: number): Uint8Array {
  const digits = number.toString(2);
  const padded = digits.padStart(Math.ceil(digits.length / 7) * 7, "0").match(/.{7}/g) ?? [];
  return Uint8Array.from(padded, (group, index) => Number.parseInt(group, 2) | (index < padded.length - 1 ? 0x80 : 0));
}

/** A name with a common name only. */
export const nameOf = (commonName: string): Uint8Array =>
  sequence(der(0x31, sequence(identifier("2.5.4.3"), text(0x0c, commonName))));

/** An extension of `2.5.29`. */
export const extension = (number: number, value: Uint8Array, critical: readonly Uint8Array[] = []): Uint8Array =>
  sequence(identifier(`2.5.29.${number}`), ...critical, der(4, value));

/** What marks an extension as critical. */
export const critical: readonly Uint8Array[] = [/* @__PURE__ */ der(1, bytes(0xff))];

const algorithm = /* @__PURE__ */ sequence(identifier("1.3.101.112"));

/** What tests say of a certificate; everything else is usual. */
export interface CertificatePlan {
  readonly subject?: string;
  readonly issuer?: string;
  /** Seeds of keys are one byte, repeated. */
  readonly key?: number;
  readonly signer?: number;
  readonly from?: string;
  readonly until?: string;
  readonly extensions?: readonly Uint8Array[];
}

const seedOf = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** A certificate of Ed25519, signed; by itself unless the plan says otherwise. */
export function certificateOf(plan: CertificatePlan): Uint8Array {
  const { subject = "root", issuer = subject, key = 1, signer = key, extensions = [] } = plan;
  const { from = "200101000000Z", until = "491231235959Z" } = plan;
  const body = sequence(
    der(0xa0, der(2, bytes(2))),
    der(2, bytes(key)),
    algorithm,
    nameOf(issuer),
    sequence(text(0x17, from), text(0x17, until)),
    nameOf(subject),
    sequence(algorithm, der(3, bytes(0), ed25519.getPublicKey(seedOf(key)))),
    ...(extensions.length > 0 ? [der(0xa3, sequence(...extensions))] : []),
  );
  return sequence(body, algorithm, der(3, bytes(0), ed25519.sign(body, seedOf(signer))));
}

/** The extension of an authority. */
export const authority = /* @__PURE__ */ extension(19, /* @__PURE__ */ sequence(der(1, bytes(0xff))));

/** Other names: of hosts, or elements as they are. */
export const alternativeNames = (...names: readonly (string | Uint8Array)[]): Uint8Array =>
  extension(17, sequence(...names.map((name) => (typeof name === "string" ? text(0x82, name) : name))));

/** What builtins read: elements one behind the other, in base64. */
export const base64Of = (...parts: readonly Uint8Array[]): string => encodeBase64(joined(...parts), standardAlphabet);

/** The same in PEM. */
export const pemOf = (type: string, content: Uint8Array): string =>
  `-----BEGIN ${type}-----\n${base64Of(content)}\n-----END ${type}-----\n`;
