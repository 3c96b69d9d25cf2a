import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64, encodeBase64, standardAlphabet, urlAlphabet } from "./base64-coding.js";

test("bytes come back, in either alphabet", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom(standardAlphabet, urlAlphabet), (bytes, alphabet) => {
      expect(decodeBase64(encodeBase64(bytes, alphabet), alphabet)).toStrictEqual({ ok: true, bytes });
    }),
  );
});

test.each([
  ["Y", 0],
  ["YQ=", 3],
  ["YQ=a", 2],
  ["YQ==Y", 4],
  ["é", 0],
  ["====", 0],
])("%s is illegal at byte %d, as Go says", (text, byte) => {
  expect(decodeBase64(text, standardAlphabet)).toStrictEqual({
    ok: false,
    message: `illegal base64 data at input byte ${byte}`,
  });
});
