import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("urls", () => {
  it.each([
    ['url("https://user@example.com:8080/a%20b?x=1&y=2&x=3#f").getHost()', "example.com:8080"],
    ['url("https://user@example.com:8080/a%20b").getHostname()', "example.com"],
    ['url("https://[::1]:80/").getHostname()', "::1"],
    ['url("https://example.com:8080").getPort()', "8080"],
    ['url("https://example.com").getPort()', ""],
    ['url("https://example.com/a%20b").getEscapedPath()', "/a%20b"],
    ['url("/a/b").getEscapedPath()', "/a/b"],
    ['url("HTTPS://example.com").getScheme()', "https"],
    ['url("https://x/?a=1&b=2&a=3").getQuery()["a"]', '["1", "3"]'],
    ['url("/p?x=a+b%21").getQuery()["x"][0]', "a b!"],
    ['url("https://x/") == url("https://x/")', "true"],
  ])("an address has parts: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['url("foo")', 'error: URL parse error during conversion from string: parse "foo": invalid URI for request'],
    ['url("../x")', 'error: URL parse error during conversion from string: parse "../x": invalid URI for request'],
    [
      'url("https://a b.com/")',
      'error: URL parse error during conversion from string: parse "https://a b.com/": invalid character " " in host name',
    ],
    [
      'url("https://a:b/")',
      'error: URL parse error during conversion from string: parse "https://a:b/": invalid port ":b" after host',
    ],
    ['url("")', 'error: URL parse error during conversion from string: parse "": empty url'],
    [
      'url("https://x/%zz")',
      'error: URL parse error during conversion from string: parse "https://x/%zz": invalid URL escape "%zz"',
    ],
    ['url(":x")', 'error: URL parse error during conversion from string: parse ":x": missing protocol scheme'],
  ])("what is no address is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['isURL("https://x.y")', "true"],
    ['isURL("/a/b")', "true"],
    ['isURL("a/b")', "false"],
    ['isURL("*")', "true"],
    ['isURL("mailto:a@b")', "true"],
  ])("isURL: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
