import { describe, expect, test } from "vitest";
import { alignedBytes, DerReader } from "./der-reader.js";
import { bytes, der, identifier, sequence } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";

const reader = (...parts: readonly Uint8Array[]): DerReader => new DerReader(sequence(...parts)).sequence("none");

test("elements are read one after the other", () => {
  const members = reader(
    der(1, bytes(0xff)),
    der(2, bytes(0xff)),
    identifier("2.5.4.3"),
    der(3, bytes(4, 0xa0)),
    der(0xa0),
  );
  expect(members.has(1)).toBe(true);
  expect(members.boolean("")).toBe(true);
  expect(members.integer("")).toBe(-1n);
  expect(members.identifier("").text).toBe("2.5.4.3");
  expect(members.bits("")).toStrictEqual({ bytes: bytes(0xa0), length: 4 });
  expect(members.optional(0xa1, "")).toBeUndefined();
  expect(members.optional(0xa0, "")?.isEmpty).toBe(true);
  expect(members.isEmpty).toBe(true);
});

describe("what is not as DER writes it is a fault", () => {
  test.each<[string, Uint8Array, (members: DerReader) => unknown]>([
    ["another tag", der(2, bytes(1)), (members) => members.boolean("told")],
    ["a boolean of 1", der(1, bytes(1)), (members) => members.boolean("told")],
    ["a long boolean", der(1, bytes(0, 0)), (members) => members.boolean("told")],
    ["an empty integer", der(2), (members) => members.integer("told")],
    ["a padded integer", der(2, bytes(0, 1)), (members) => members.integer("told")],
    ["a padded negative integer", der(2, bytes(0xff, 0x80)), (members) => members.integer("told")],
    ["an integer of 72 bits", der(2, bytes(1, 0, 0, 0, 0, 0, 0, 0, 0)), (members) => members.smallInteger("told")],
    ["bits without a count", der(3), (members) => members.bits("told")],
    ["eight unused bits", der(3, bytes(8, 0)), (members) => members.bits("told")],
    ["unused bits that are set", der(3, bytes(1, 1)), (members) => members.bits("told")],
    ["unused bits of nothing", der(3, bytes(1)), (members) => members.bits("told")],
    ["an identifier without an end", der(6, bytes(0x80 | 42)), (members) => members.identifier("told")],
    ["nothing", bytes(), (members) => members.any("told")],
    ["a truncated element", bytes(4, 2, 1), (members) => members.any("told")],
    ["a length with too many bytes", bytes(4, 0x81, 1, 1), (members) => members.any("told")],
  ])("%s", (_what, part, read) => {
    expect(() => read(reader(part))).toThrow(new X509Fault("told"));
  });

  test("an integer that no policy can hold", () => {
    const members = reader(der(2, new Uint8Array(5_000).fill(1)));
    expect(() => members.integer("told")).toThrow(new X509Fault("integers have 4096 bytes at most"));
  });
});

test("bits are moved so that the last one ends a byte", () => {
  expect(alignedBytes({ bytes: bytes(0b10110000, 0b01100000), length: 12 })).toStrictEqual(bytes(0b1011, 0b00000110));
  expect(alignedBytes({ bytes: bytes(1, 2), length: 16 })).toStrictEqual(bytes(1, 2));
});
