import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8 } from "./utf8.js";

test("texts come back, and bytes are those of the standard encoder", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(encodeUtf8(text)).toStrictEqual(new TextEncoder().encode(text));
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
    }),
  );
});

test("an unpaired surrogate is replaced", () => {
  expect(decodeUtf8(encodeUtf8("a\ud800b"))).toBe("a\ufffdb");
});

test.each([
  [[0xff], "\ufffd"],
  [[0xc3], "\ufffd"],
  [[0xc3, 0x28], "\ufffd("],
  [[0xe2, 0x82], "\ufffd\ufffd"],
  [[0xc0, 0x80], "\ufffd\ufffd"],
  [[0xed, 0xa0, 0x80], "\ufffd\ufffd\ufffd"],
  [[0xf4, 0x90, 0x80, 0x80], "\ufffd\ufffd\ufffd\ufffd"],
])("each invalid byte of %j is replaced, as in Go", (bytes, expected) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBe(expected);
});

test("long texts are decoded in parts", () => {
  expect(decodeUtf8(encodeUtf8("é".repeat(100_000)))).toHaveLength(100_000);
});
