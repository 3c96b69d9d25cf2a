import { ecdsa, weierstrassN } from "@noble/curves/abstract/weierstrass";
import { p256, p384, p521 } from "@noble/curves/nist";
import { sha256 } from "@noble/hashes/sha2";

/** The curves that Go's certificates and keys are on. */
export type EllipticName = "P-224" | "P-256" | "P-384" | "P-521";

/** What this engine needs of a curve. */
export interface EllipticCurve {
  /** Bytes of a coordinate. */
  readonly size: number;
  /** What coordinates are less than. */
  readonly prime: bigint;
  /** The two coordinates of a point without compression; undefined when it is not on the curve. */
  readonly coordinates: (point: Uint8Array) => readonly [bigint, bigint] | undefined;
  /** The point of a secret, without compression; undefined when the secret is out of range. */
  readonly pointOf: (secret: Uint8Array) => Uint8Array | undefined;
  /** Whether a signature in DER is that of a digest. */
  readonly verify: (signature: Uint8Array, digest: Uint8Array, point: Uint8Array) => boolean;
}

/** The library has no curve of 224 bits; its numbers are those of FIPS 186-4. */
const p224 = /* @__PURE__ */ createP224();

function createP224(): ReturnType<typeof ecdsa> {
  const point = weierstrassN({
    p: 0xffffffffffffffffffffffffffffffff000000000000000000000001n,
    n: 0xffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3dn,
    h: 1n,
    a: 0xfffffffffffffffffffffffffffffffefffffffffffffffffffffffen,
    b: 0xb4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4n,
    Gx: 0xb70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21n,
    Gy: 0xbd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34n,
  });
  return ecdsa(point, sha256);
}

type Library = Pick<typeof p256, "Point" | "getPublicKey" | "verify">;

function curveFrom(library: Library, size: number): EllipticCurve {
  return {
    size,
    prime: library.Point.Fp.ORDER,
    coordinates: (point) =>
      unlessItThrows(() => {
        const { x, y } = library.Point.fromHex(point).toAffine();
        return point[0] === 4 ? ([x, y] as const) : undefined;
      }),
    pointOf: (secret) => unlessItThrows(() => library.getPublicKey(secret, false)),
    verify: (signature, digest, point) =>
      unlessItThrows(() => library.verify(signature, digest, point, { lowS: false, prehash: false, format: "der" })) ===
      true,
  };
}

/** The library throws where something is malformed. */
function unlessItThrows<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

const curves: Readonly<Record<EllipticName, () => EllipticCurve>> = {
  "P-224": () => curveFrom(p224, 28),
  "P-256": () => curveFrom(p256, 32),
  "P-384": () => curveFrom(p384, 48),
  "P-521": () => curveFrom(p521, 66),
};

/** The curve of a name. */
export const ellipticCurve = (name: EllipticName): EllipticCurve => curves[name]();

const names: ReadonlyMap<string, EllipticName> = new Map<string, EllipticName>([
  ["1.3.132.0.33", "P-224"],
  ["1.2.840.10045.3.1.7", "P-256"],
  ["1.3.132.0.34", "P-384"],
  ["1.3.132.0.35", "P-521"],
]);

/** The name of the curve that an identifier stands for. */
export const ellipticName = (identifier: string | undefined): EllipticName | undefined => names.get(identifier ?? "");
