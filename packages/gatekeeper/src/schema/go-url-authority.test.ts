import { describe, expect, it } from "vitest";
import { findAuthorityFault, findEscapeFault } from "./go-url-authority.js";

describe("hosts in Go's words (net/url, parseHost):", () => {
  it.each<[string, string | undefined]>([
    ["a.example:443", undefined],
    ["user:pass@a.example:", undefined],
    ["a'b<c>\"d", undefined],
    ["%C3%A9.example", undefined],
    ["[::1]:80", undefined],
    ["[fe80::1%25en0]", undefined],
    ["a:b", 'invalid port ":b" after host'],
    ["a:1:2", 'invalid port ":1:2" after host'],
    ["a b", 'invalid character " " in host name'],
    ["%41", 'invalid URL escape "%41"'],
    ["a%", 'invalid URL escape "%"'],
    ["u p@h", "net/url: invalid userinfo"],
    ["u%zz@h", 'invalid URL escape "%zz"'],
    ["a[b]", "invalid IP-literal"],
    ["[1.2.3.4]", "invalid IP-literal"],
    ["[::1", "missing ']' in host"],
    ["[::1]a", 'invalid port "a" after host'],
    ["[x]", 'invalid host: ParseAddr("x"): unable to parse IP'],
  ])("%j: %s", (authority, fault) => {
    expect(findAuthorityFault("https", authority)).toBe(fault);
  });

  it("only the web has one colon in a host", () => {
    expect(findAuthorityFault("postgres", "a:1,b:2")).toBeUndefined();
    expect(findAuthorityFault("http", "a:1,b:2")).toBe('invalid port ":1,b:2" after host');
  });
});

it("escapes have two hexadecimal digits", () => {
  expect([findEscapeFault("/a%20b"), findEscapeFault("%zz"), findEscapeFault("a%2")]).toEqual([
    undefined,
    'invalid URL escape "%zz"',
    'invalid URL escape "%2"',
  ]);
});
