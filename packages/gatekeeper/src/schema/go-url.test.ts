import { describe, expect, it } from "vitest";
import { isRequestUri, parseGoUrl } from "./go-url.js";

it.each([
  ["https://a.example/v", "https"],
  ["HTTPS://user:p@a.example:8443/v?x#y", "https"],
  ["mailto:a@b", "mailto"],
  ["/path", ""],
  ["", ""],
  ["///a b:c", ""],
  ["*", ""],
])("%j has the scheme %j", (text, scheme) => {
  expect(parseGoUrl(text)).toEqual({ ok: true, value: { scheme } });
});

describe("faults in Go's words (net/url):", () => {
  it.each([
    [":bad", 'parse ":bad": missing protocol scheme'],
    ["1http://a", 'parse "1http://a": first path segment in URL cannot contain colon'],
    ["a b:c", 'parse "a b:c": first path segment in URL cannot contain colon'],
    ["https://a:b/", 'parse "https://a:b/": invalid port ":b" after host'],
    ["https://a/%zz", 'parse "https://a/%zz": invalid URL escape "%zz"'],
    ["a\u0001", 'parse "a\\x01": net/url: invalid control character in URL'],
  ])("%j", (text, error) => {
    expect(parseGoUrl(text)).toEqual({ ok: false, error });
  });

  it("the fragment is shown only when it is to blame", () => {
    expect(parseGoUrl(":a#b")).toMatchObject({ error: 'parse ":a": missing protocol scheme' });
    expect(parseGoUrl("/a#%zz")).toMatchObject({ error: 'parse "/a#%zz": invalid URL escape "%zz"' });
  });
});

it("a request names an absolute URI, or a path from the root", () => {
  expect(["http://a/b?c#d", "/abc", "//host/x", "urn:a:b", "*"].filter((uri) => !isRequestUri(uri))).toEqual([]);
  expect(["", "abc", "a/b", ":x", "\\\\share"].filter(isRequestUri)).toEqual([]);
});
