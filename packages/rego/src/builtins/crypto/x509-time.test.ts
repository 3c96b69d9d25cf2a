import { expect, test } from "vitest";
import { encodeUtf8 } from "../text/utf8.js";
import { DerReader } from "./der-reader.js";
import { der, text } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { parseCertificateTime, readTime } from "./x509-time.js";

test.each<[number, string, string, bigint]>([
  [0x17, "700101000000Z", "1970-01-01T00:00:00Z", 0n],
  [0x17, "7001010000Z", "1970-01-01T00:00:00Z", 0n],
  [0x17, "491231235959Z", "2049-12-31T23:59:59Z", 2_524_607_999n],
  [0x17, "500101000000Z", "1950-01-01T00:00:00Z", -631_152_000n],
  [0x17, "700101010000+0100", "1970-01-01T01:00:00+01:00", 0n],
  [0x17, "691231233000-0030", "1969-12-31T23:30:00-00:30", 0n],
  [0x18, "20240229120000Z", "2024-02-29T12:00:00Z", 1_709_208_000n],
  [0x18, "99991231235959Z", "9999-12-31T23:59:59Z", 253_402_300_799n],
])("tag %i of %s is %s", (tag, written, expected, seconds) => {
  expect(parseCertificateTime(tag, encodeUtf8(written))).toStrictEqual({
    text: expected,
    instant: seconds * 1_000_000_000n,
  });
});

test.each<[number, string]>([
  [0x17, "230229000000Z"],
  [0x17, "231301000000Z"],
  [0x17, "230100000000Z"],
  [0x17, "230101240000Z"],
  [0x17, "230101006000Z"],
  [0x17, "230101000060Z"],
  [0x17, "230101000000+0000"],
  [0x17, "230101000000"],
  [0x18, "202301010000Z"],
  [0x18, "20230101000000.5Z"],
  [0x18, ""],
])("tag %i of `%s` is no time", (tag, written) => {
  expect(parseCertificateTime(tag, encodeUtf8(written))).toBeUndefined();
});

test.each<[Uint8Array, string]>([
  [text(0x17, "x"), "x509: malformed UTCTime"],
  [text(0x18, "x"), "x509: malformed GeneralizedTime"],
  [der(5), "x509: unsupported time format"],
])("row %#: %s", (element, message) => {
  expect(() => readTime(new DerReader(element))).toThrow(new X509Fault(message));
});
