import { bitsOfDer, type DerElement, derTag, integerOfDer, membersOfDer, oidOfDer, readDer } from "./der.js";
import type { RsaKey } from "./rsa.js";

/** The curves of elliptic keys. */
export type CurveName = "P-256" | "P-384" | "P-521";

/** A key that signatures are verified with. */
export type VerificationKey =
  | { readonly kind: "rsa"; readonly key: RsaKey }
  | { readonly kind: "elliptic"; readonly curve: CurveName; readonly point: Uint8Array }
  | { readonly kind: "edwards"; readonly point: Uint8Array }
  | { readonly kind: "secret"; readonly bytes: Uint8Array };

const curves: ReadonlyMap<string, CurveName> = new Map([
  ["1.2.840.10045.3.1.7", "P-256"],
  ["1.3.132.0.34", "P-384"],
  ["1.3.132.0.35", "P-521"],
]);

/** The curve of an object identifier. */
export const curveOf = (identifier: string | undefined): CurveName | undefined => curves.get(identifier ?? "");

/** The key of a `SubjectPublicKeyInfo`; undefined when it is none, or of a kind that tokens are not signed with. */
export function publicKeyOf(bytes: Uint8Array): VerificationKey | undefined {
  const [info, ...rest] = readDer(bytes) ?? [];
  return rest.length === 0 ? keyOfInfo(info) : undefined;
}

function keyOfInfo(info: DerElement | undefined): VerificationKey | undefined {
  const [algorithm, bits] = membersOfDer(info) ?? [];
  const [identifier, parameters] = membersOfDer(algorithm) ?? [];
  const point = bitsOfDer(bits);
  if (point === undefined) return undefined;
  const name = oidOfDer(identifier);
  if (name === "1.2.840.113549.1.1.1") return rsaKeyOf(point);
  if (name === "1.3.101.112") return { kind: "edwards", point };
  const curve = name === "1.2.840.10045.2.1" ? curveOf(oidOfDer(parameters)) : undefined;
  return curve === undefined ? undefined : { kind: "elliptic", curve, point };
}

function rsaKeyOf(bytes: Uint8Array): VerificationKey | undefined {
  const [sequence] = readDer(bytes) ?? [];
  const [modulus, exponent] = (membersOfDer(sequence) ?? []).map(integerOfDer);
  if (modulus === undefined || exponent === undefined || modulus <= 0n || exponent <= 0n) return undefined;
  return { kind: "rsa", key: { modulus, exponent } };
}

/** The public key of an X.509 certificate; undefined when the bytes are none, or the key is of another kind. */
export function certificateKeyOf(bytes: Uint8Array): VerificationKey | undefined {
  const [certificate] = readDer(bytes) ?? [];
  const [body] = membersOfDer(certificate) ?? [];
  const members = membersOfDer(body) ?? [];
  // An explicit version stands first; then serial number, algorithm, issuer, validity, subject, key.
  const start = members[0]?.tag === 0xa0 ? 1 : 0;
  const key = members[start + 5];
  return key?.tag === derTag.sequence ? publicKeyOf(key.bytes) : undefined;
}
