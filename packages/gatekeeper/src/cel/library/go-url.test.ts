import { describe, expect, it } from "vitest";
import { parseGoUrl } from "./go-url.js";

describe("parseGoUrl", () => {
  it.each([
    ["https://u:p@h:80/p?q=1#f", { scheme: "https", host: "h:80", path: "/p", query: "q=1" }],
    ["/p?q", { scheme: "", host: "", path: "/p", query: "q" }],
    ["*", { scheme: "", path: "*" }],
    ["mailto:a@b", { scheme: "mailto", path: "" }],
    ["HTTP://h", { scheme: "http", host: "h", path: "" }],
    ["//h/p", { scheme: "", host: "", path: "//h/p" }],
  ])("%s has parts", (text, url) => {
    expect(parseGoUrl(text)).toMatchObject({ url });
  });

  it.each([
    ["", 'parse "": empty url'],
    ["a", 'parse "a": invalid URI for request'],
    [":a", 'parse ":a": missing protocol scheme'],
    ["https://h:x/", 'parse "https://h:x/": invalid port ":x" after host'],
    ["https://[::1/", "parse \"https://[::1/\": missing ']' in host"],
    ["https://a b/", 'parse "https://a b/": invalid character " " in host name'],
    ["https://h/%zz", 'parse "https://h/%zz": invalid URL escape "%zz"'],
    ["https://h/\n", 'parse "https://h/\\n": net/url: invalid control character in URL'],
  ])("%s has a fault", (text, fault) => {
    expect(parseGoUrl(text)).toEqual({ fault });
  });
});
