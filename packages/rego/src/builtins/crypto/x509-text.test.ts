import { expect, test } from "vitest";
import { bytes } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { asciiText, isText, readText } from "./x509-text.js";

test.each<[string, number, readonly number[], string]>([
  ["UTF-8", 0x0c, [0xc3, 0xa9], "é"],
  ["UTF-8 with the sign of what is not known", 0x0c, [0xef, 0xbf, 0xbd], "\uFFFD"],
  ["digits", 0x12, [0x31, 0x20], "1 "],
  ["printable", 0x13, [0x41, 0x2a, 0x26], "A*&"],
  ["Latin", 0x14, [0xe9], "é"],
  ["ASCII", 0x16, [0x40, 0x00], "@\0"],
  ["two bytes", 0x1e, [0x20, 0xac], "€"],
  ["two bytes with an end", 0x1e, [0x00, 0x41, 0, 0], "A"],
])("%s", (_type, tag, values, expected) => {
  expect(isText(tag)).toBe(true);
  expect(readText(tag, bytes(...values))).toBe(expected);
});

test.each<[number, readonly number[], string]>([
  [0x0c, [0xff], "invalid UTF-8 string"],
  [0x12, [0x41], "invalid NumericString"],
  [0x13, [0x40], "invalid PrintableString"],
  [0x16, [0x80], "invalid IA5String"],
  [0x1e, [0x00], "invalid BMPString"],
  [0x1e, [0xd8, 0x00], "invalid BMPString"],
  [0x1e, [0xff, 0xff], "invalid BMPString"],
  [0x02, [1], "unsupported string type: 2"],
])("tag %i of %j: %s", (tag, values, message) => {
  expect(() => readText(tag, bytes(...values))).toThrow(new X509Fault(message));
});

test("long texts are read", () => {
  expect(readText(0x14, new Uint8Array(200_000).fill(65))).toHaveLength(200_000);
  expect(asciiText(bytes(65, 0x80))).toBeUndefined();
  expect(asciiText(bytes(65))).toBe("A");
});
