import { describe, expect, it } from "vitest";
import { decodeBytes, decodedText } from "./decode-bytes.js";

describe("decodeBytes", () => {
  it.each([
    ["UTF-8", [0x61, 0xc3, 0xa9], "aé", "sound"],
    ["UTF-8 behind a byte-order mark", [0xef, 0xbb, 0xbf, 0x61], "a", "sound"],
    ["UTF-16, low byte first", [0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00], "aé", "sound"],
    ["UTF-16, high byte first", [0xfe, 0xff, 0x00, 0x61], "a", "sound"],
    ["bytes that are no UTF-8", [0x61, 0xff, 0x62], "a\uFFFDb", "damaged"],
    ["half a character", [0x61, 0xc3], "a\uFFFD", "damaged"],
    ["nothing", [], "", "sound"],
  ])("reads %s", (_what, bytes, text, encoding) => {
    expect(decodeBytes(Uint8Array.from(bytes))).toEqual({ text, encoding });
  });
});

it("takes a text as it is", () => {
  expect(decodedText("a\uFFFD")).toEqual({ text: "a\uFFFD", encoding: "sound" });
});
