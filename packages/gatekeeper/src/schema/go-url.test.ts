import { describe, expect, it } from "vitest";
import { isRequestUri, parseGoUrl } from "./go-url.js";

it.each([
  ["https://a.example/v", "https", "a.example"],
  ["HTTPS://user:p@a.example:8443/v?x#y", "https", "a.example:8443"],
  ["mailto:a@b", "mailto", ""],
  ["/path", "", ""],
  ["", "", ""],
  ["https://[::1]:443/", "https", "[::1]:443"],
])("%j has the scheme %j and the host %j", (text, scheme, host) => {
  expect(parseGoUrl(text)).toEqual({ ok: true, value: { scheme, host } });
});

describe("faults in Go's words (net/url):", () => {
  it.each([
    [":bad", "missing protocol scheme"],
    ["1http://a", "first path segment in URL cannot contain colon"],
    ["a b:c", "first path segment in URL cannot contain colon"],
    ["https://a:b/", 'invalid port ":b" after host'],
    ["https://[::1/", "missing ']' in host"],
    ["https://a b/", 'invalid character " " in host name'],
    ["https://a/%zz", 'invalid URL escape "%zz"'],
    ["a\u0001", "net/url: invalid control character in URL"],
  ])("%j", (text, reason) => {
    expect(parseGoUrl(text)).toMatchObject({ ok: false, error: expect.stringContaining(reason) });
  });

  it("the whole text is quoted", () => {
    expect(parseGoUrl(":bad")).toEqual({ ok: false, error: 'parse ":bad": missing protocol scheme' });
  });
});

it("a request names an absolute URI, or a path from the root", () => {
  expect(["http://a/b?c#d", "/abc", "//host/x", "urn:a:b", "*"].filter((uri) => !isRequestUri(uri))).toEqual([]);
  expect(["", "abc", "a/b", ":x", "\\\\share"].filter(isRequestUri)).toEqual([]);
});
