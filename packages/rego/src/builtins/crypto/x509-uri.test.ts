import { expect, test } from "vitest";
import { X509Fault } from "./x509-fault.js";
import { readCertificateUri } from "./x509-uri.js";

const blank = {
  ForceQuery: false,
  Fragment: "",
  Host: "",
  OmitHost: false,
  Opaque: "",
  Path: "",
  RawFragment: "",
  RawPath: "",
  RawQuery: "",
  Scheme: "",
  User: null,
};

test.each<[string, object]>([
  ["https://a.b/c?d=e#f", { Scheme: "https", Host: "a.b", Path: "/c", RawQuery: "d=e", Fragment: "f" }],
  ["http://u:p@a:80/", { Scheme: "http", Host: "a:80", Path: "/", User: {} }],
  ["urn:a:b", { Scheme: "urn", Opaque: "a:b" }],
  ["mailto:a@b", { Scheme: "mailto", Opaque: "a@b" }],
  ["file:/a", { Scheme: "file", Path: "/a", OmitHost: true }],
  ["http://a?", { Scheme: "http", Host: "a", ForceQuery: true }],
  ["*", { Path: "*" }],
  ["/a%20b", { Path: "/a b" }],
  ["/%7Ea[b]", { Path: "/~a[b]", RawPath: "/%7Ea[b]" }],
  ["http://[fe80::1%25en0]/", { Scheme: "http", Host: "[fe80::1%en0]", Path: "/" }],
  ["http://a/#b%20c", { Scheme: "http", Host: "a", Path: "/", Fragment: "b c" }],
  ["http://a/#%7E", { Scheme: "http", Host: "a", Path: "/", Fragment: "~", RawFragment: "%7E" }],
])("`%s` is Go's structure, and written as it was", (text, members) => {
  const uri = readCertificateUri(text);
  expect(uri.json).toStrictEqual({ ...blank, ...members });
  expect(uri.text).toBe(text);
});

test("a scheme is written in small letters, a name or password with escapes", () => {
  expect(readCertificateUri("HTTP://A/b").text).toBe("http://A/b");
  expect(readCertificateUri("http://a!b:c@d/").text).toBe("http://a%21b:c@d/");
  expect(readCertificateUri("http://a/#b'c").text).toBe("http://a/#b'c");
});

test.each<[string, string]>([
  ["http://a b/", 'x509: cannot parse URI "http://a b/": parse "http://a b/": invalid character " " in host name'],
  ["http://a b@c/", 'x509: cannot parse URI "http://a b@c/": parse "http://a b@c/": net/url: invalid userinfo'],
])("`%s` is none", (text, message) => {
  expect(() => readCertificateUri(text)).toThrow(new X509Fault(message));
});
