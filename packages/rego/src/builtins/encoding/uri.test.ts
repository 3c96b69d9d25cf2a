import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { uriBuiltins } from "./uri.js";

describe("the parts of a URI are those of Go's url.Parse", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "uri.parse",
      ["https://user:pw@host:8080/p/a?q=1&r=2#frag"],
      '{"fragment": "frag", "hostname": "host", "path": "/p/a", "port": "8080", "raw_path": "/p/a", "raw_query": "q=1&r=2", "scheme": "https"}',
    ],
    ["uri.parse", ["foo"], '{"path": "foo", "raw_path": "foo"}'],
    ["uri.parse", ["mailto:a@b.c"], '{"scheme": "mailto"}'],
    [
      "uri.parse",
      ["http://[fe80::1%25eth0]:80/%2f"],
      '{"hostname": "fe80::1%eth0", "path": "//", "port": "80", "raw_path": "/%2f", "scheme": "http"}',
    ],
    ["uri.parse", ["http://x/a%20b"], '{"hostname": "x", "path": "/a b", "raw_path": "/a b", "scheme": "http"}'],
    ["uri.parse", ["http://x/a b"], '{"hostname": "x", "path": "/a b", "raw_path": "/a b", "scheme": "http"}'],
    ["uri.parse", ["//host/p"], '{"hostname": "host", "path": "/p", "raw_path": "/p"}'],
    ["uri.parse", ["HTTP://X/"], '{"hostname": "X", "path": "/", "raw_path": "/", "scheme": "http"}'],
    ["uri.parse", [""], "{}"],
    ["uri.parse", ["*"], '{"path": "*", "raw_path": "*"}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(uriBuiltins, name, operands)).toBe(expected);
  });
});

describe("what is no URI is a fault, or not valid", () => {
  test.each<[string, readonly Value[], string]>([
    ["uri.parse", ["://x"], 'eval_builtin_error: uri.parse: parse "://x": missing protocol scheme'],
    ["uri.is_valid", ["://x"], "false"],
    [
      "uri.parse",
      ["http://a b/"],
      'eval_builtin_error: uri.parse: parse "http://a b/": invalid character " " in host name',
    ],
    ["uri.is_valid", ["http://a b/"], "false"],
    [
      "uri.parse",
      ["http://a\tb"],
      'eval_builtin_error: uri.parse: parse "http://a\\tb": net/url: invalid control character in URL',
    ],
    ["uri.is_valid", ["http://a\tb"], "false"],
    [
      "uri.parse",
      ["1a:b"],
      'eval_builtin_error: uri.parse: parse "1a:b": first path segment in URL cannot contain colon',
    ],
    ["uri.is_valid", ["1a:b"], "false"],
    [
      "uri.parse",
      ["http://host:abc/"],
      'eval_builtin_error: uri.parse: parse "http://host:abc/": invalid port ":abc" after host',
    ],
    ["uri.is_valid", ["http://host:abc/"], "false"],
    ["uri.parse", ["http://[::1/"], "eval_builtin_error: uri.parse: parse \"http://[::1/\": missing ']' in host"],
    ["uri.is_valid", ["http://[::1/"], "false"],
    ["uri.parse", ["http://x/%zz"], 'eval_builtin_error: uri.parse: parse "http://x/%zz": invalid URL escape "%zz"'],
    ["uri.is_valid", ["http://x/%zz"], "false"],
    ["uri.parse", ["http://%41/"], 'eval_builtin_error: uri.parse: parse "http://%41/": invalid URL escape "%41"'],
    ["uri.is_valid", ["http://%41/"], "false"],
    ["uri.parse", [1], "eval_type_error: uri.parse: operand 1 must be string but got number"],
    ["uri.is_valid", [1], "false"],
    ["uri.is_valid", [""], "false"],
    ["uri.is_valid", ["/a"], "true"],
    ["uri.is_valid", ["http://x"], "true"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(uriBuiltins, name, operands)).toBe(expected);
  });
});
