import { describe, expect, it } from "vitest";
import { HOSTILE } from "../test/hostile.js";
import { isWebAddress } from "./web-address.js";

describe("a web address", () => {
  it.each(["https://kubernetes.io/docs/#baseline", "http://a.example/%20?b=c&d", "https://[::1]:8080/"])(
    "is `%s`",
    (text) => {
      expect(isWebAddress(text)).toBe(true);
    },
  );

  it.each([
    "javascript:alert(1)",
    "https://",
    "https://a b",
    "https://a/<b>",
    "https://a/%2",
    "https://a\n",
    "ftp://a",
    ...HOSTILE,
  ])("is not %j", (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
