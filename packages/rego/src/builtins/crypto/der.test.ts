import fc from "fast-check";
import { expect, test } from "vitest";
import { bigIntegerOf, bitsOfDer, bytesOfInteger, integerOfDer, membersOfDer, oidOfDer, readDer } from "./der.js";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

test("elements are read one after the other", () => {
  const [sequence, integer] = readDer(bytes(0x30, 3, 2, 1, 5, 2, 2, 0xff, 0x00)) ?? [];
  expect(membersOfDer(sequence)?.map(integerOfDer)).toStrictEqual([5n]);
  expect(integerOfDer(integer)).toBe(-256n);
  expect(integerOfDer(sequence)).toBeUndefined();
});

test("a long length is read", () => {
  expect(readDer(bytes(4, 0x81, 0x80, ...new Array(128).fill(7)))?.[0]?.content).toHaveLength(128);
});

test.each([[[0x30]], [[0x30, 5, 1]], [[0x30, 0x80]], [[0x1f, 1, 1]], [[0x30, 0x85, 1, 1, 1, 1, 1]]])(
  "%j is no DER",
  (values) => {
    expect(readDer(bytes(...values))).toBeUndefined();
  },
);

test("identifiers and bit strings", () => {
  const [identifier, bits] = readDer(bytes(6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 3, 2, 0, 9)) ?? [];
  expect(oidOfDer(identifier)).toBe("1.2.840.10045.2.1");
  expect(oidOfDer(bits)).toBeUndefined();
  expect(bitsOfDer(bits)).toStrictEqual(bytes(9));
});

test("numbers and bytes agree", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
      expect(bigIntegerOf(bytesOfInteger(value, 8))).toBe(value);
    }),
  );
  expect(bigIntegerOf(bytes())).toBe(0n);
});
