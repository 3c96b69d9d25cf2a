import { expect, test } from "vitest";
import { type EllipticName, ellipticCurve, ellipticName } from "./elliptic-curves.js";

const names: readonly EllipticName[] = ["P-224", "P-256", "P-384", "P-521"];

test.each(names)("a secret of %s has a point on the curve", (name) => {
  const { size, pointOf, coordinates } = ellipticCurve(name);
  const secret = new Uint8Array(size);
  secret[size - 1] = 3;
  const point = pointOf(secret) ?? new Uint8Array();
  expect(point).toHaveLength(2 * size + 1);
  expect(coordinates(point)?.every((number) => number > 0n)).toBe(true);
  expect(coordinates(point.map((byte, index) => (index === 5 ? byte ^ 1 : byte)))).toBeUndefined();
  expect(pointOf(new Uint8Array(size))).toBeUndefined();
});

test.each(names)("%s verifies nothing that is no signature", (name) => {
  const { size, pointOf, verify } = ellipticCurve(name);
  const point = pointOf(new Uint8Array(size).fill(1)) ?? new Uint8Array();
  expect(verify(Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1), new Uint8Array(32), point)).toBe(false);
  expect(verify(new Uint8Array(), new Uint8Array(32), new Uint8Array())).toBe(false);
});

test("the point of 1 on the smallest curve is its generator", () => {
  const secret = new Uint8Array(28);
  secret[27] = 1;
  const { pointOf, coordinates } = ellipticCurve("P-224");
  expect(coordinates(pointOf(secret) ?? new Uint8Array())?.[0].toString(16)).toBe(
    "b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21",
  );
});

test("compressed points are not read", () => {
  const { pointOf, coordinates } = ellipticCurve("P-256");
  const point = pointOf(new Uint8Array(32).fill(1)) ?? new Uint8Array();
  expect(coordinates(Uint8Array.of(2 + ((point[64] ?? 0) & 1), ...point.slice(1, 33)))).toBeUndefined();
});

test("curves have identifiers", () => {
  expect(["1.3.132.0.33", "1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"].map(ellipticName)).toStrictEqual(
    names,
  );
  expect(ellipticName("1.3.132.0.10")).toBeUndefined();
  expect(ellipticName(undefined)).toBeUndefined();
});
