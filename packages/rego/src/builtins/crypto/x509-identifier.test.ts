import { expect, test } from "vitest";
import { bytes, identifier } from "./test-certificates.js";
import { identifierText, readIdentifier } from "./x509-identifier.js";

test.each(["2.5.4.3", "1.2.840.113549", "0.39", "2.999.1"])("%s is read as it is written", (text) => {
  const content = identifier(text).subarray(2);
  expect(readIdentifier(content)).toStrictEqual({ numbers: text.split(".").map(Number), text });
  expect(identifierText(content)).toBe(text);
});

test("numbers of more than 31 bits are read as text only", () => {
  const content = bytes(42, 0x9f, 0xff, 0xff, 0xff, 0xff, 0x7f);
  expect(readIdentifier(content)).toBeUndefined();
  expect(identifierText(content)).toBe("1.2.1099511627775");
});

test.each([[[]], [[0x80, 1]], [[42, 0x80, 1]], [[42, 0x81]]])("%j is no identifier", (values) => {
  expect(identifierText(bytes(...values))).toBeUndefined();
});

test("numbers that have no end are given up", () => {
  expect(identifierText(new Uint8Array(1_000_000).fill(0xff))).toBeUndefined();
});
