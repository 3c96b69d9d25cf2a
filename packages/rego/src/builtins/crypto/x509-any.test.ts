import { expect, test } from "vitest";
import { DerReader } from "./der-reader.js";
import { bytes, der, identifier, sequence, text } from "./test-certificates.js";
import { anyToJson } from "./x509-any.js";
import { X509Fault } from "./x509-fault.js";

const json = (element: Uint8Array): unknown => anyToJson(new DerReader(element).any(""));

test.each<[string, Uint8Array, unknown]>([
  ["a text", text(0x0c, "é"), "é"],
  ["a truth", der(1, bytes(0xff)), true],
  ["an integer", der(2, bytes(0xff)), -1],
  ["bits", der(3, bytes(4, 0xf0)), { BitLength: 4, Bytes: "8A==" }],
  ["bytes", der(4, bytes(97)), "YQ=="],
  ["an identifier", identifier("1.2.3"), [1, 2, 3]],
  ["a time", text(0x17, "200101000000Z"), "2020-01-01T00:00:00Z"],
  ["a long time", text(0x18, "20200101000000Z"), "2020-01-01T00:00:00Z"],
  ["nothing", der(5), null],
  ["what contains others", sequence(der(5)), null],
])("%s", (_what, element, expected) => {
  expect(json(element)).toStrictEqual(expected);
});

test.each<[Uint8Array, string]>([
  [der(1, bytes(1)), "asn1: syntax error: invalid boolean"],
  [der(2), "asn1: structure error: integer too large"],
  [der(3), "asn1: syntax error: invalid padding bits in BIT STRING"],
  [text(0x13, "@"), "asn1: syntax error: PrintableString contains invalid character"],
  [der(0x0c, bytes(0xff)), "asn1: invalid UTF-8 string"],
  [der(6), "asn1: structure error: invalid object identifier"],
  [text(0x17, "x"), "asn1: syntax error: invalid time"],
])("row %#: %s", (element, message) => {
  expect(() => json(element)).toThrow(new X509Fault(message));
});
