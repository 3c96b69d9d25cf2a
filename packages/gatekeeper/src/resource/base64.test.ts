import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeBase64 } from "./base64.js";

it.each([
  ["", ""],
  ["YQ==", "a"],
  ["YW\nI=\r\n", "ab"],
  ["YWJj", "abc"],
  ["//79", "\u00ff\u00fe\u00fd"],
])("%j is %j", (text, bytes) => {
  expect(decodeBase64(text)).toEqual({ ok: true, value: bytes });
});

it.each([
  ["%%%", 0],
  ["YQ=", 3],
  ["YQ", 0],
  ["YWJjYQ", 4],
  ["=", 0],
  ["Y===", 1],
  ["YQ=a", 3],
  ["YQ==YQ==", 4],
  ["YWJj\u00e4", 4],
])("%j is corrupt at byte %d (encoding/base64)", (text, position) => {
  expect(decodeBase64(text)).toEqual({ ok: false, error: `illegal base64 data at input byte ${position}` });
});

it("what is encoded comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = String.fromCharCode(...bytes);
      expect(decodeBase64(btoa(text))).toEqual({ ok: true, value: text });
    }),
  );
});
