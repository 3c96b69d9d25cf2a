import { describe, expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { networkBuiltins } from "./network.js";

describe("operands are checked before the call is refused", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "http.send",
      [{ bad_key: 1, method: "get", url: "x" }],
      'eval_type_error: http.send: operand 1 invalid request parameters(s): {"bad_key"}',
    ],
    [
      "http.send",
      [{ method: "get" }],
      'eval_type_error: http.send: operand 1 missing required request parameters(s): {"url"}',
    ],
    [
      "http.send",
      [{}],
      'eval_type_error: http.send: operand 1 missing required request parameters(s): {"method", "url"}',
    ],
    ["http.send", [1], "eval_type_error: http.send: operand 1 must be object but got number"],
    [
      "http.send",
      [new RegoObject([[1, 2]])],
      "eval_type_error: http.send: operand 1 invalid request parameters(s): {1}",
    ],
    ["net.lookup_ip_addr", [1], "eval_type_error: net.lookup_ip_addr: operand 1 must be string but got number"],
    [
      "http.send",
      [{ method: "get", url: "x" }],
      "eval_builtin_error: http.send: is not available: there is no network",
    ],
    [
      "net.lookup_ip_addr",
      ["localhost"],
      "eval_builtin_error: net.lookup_ip_addr: is not available: there is no network",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(networkBuiltins, name, operands)).toBe(expected);
  });
});

describe("addresses are their own, those of names come from the host", () => {
  const context = testContext({ lookUp: (name) => (name === "localhost" ? ["127.0.0.1", "::1"] : []) });
  test.each<[string, string]>([
    ["10.0.0.0", '{"10.0.0.0"}'],
    ["0:0::0", '{"::"}'],
    ["localhost", '{"127.0.0.1", "::1"}'],
    ["nowhere", "eval_builtin_error: net.lookup_ip_addr: lookup nowhere: no such host"],
  ])("%s", (name, expected) => {
    expect(callBuiltin(networkBuiltins, "net.lookup_ip_addr", [name], context)).toBe(expected);
  });
});
