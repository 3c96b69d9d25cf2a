import { describe, expect, test } from "vitest";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { netCidrBuiltins } from "./net-cidr.js";

describe("networks contain addresses and networks (10.9)", () => {
  test.each<[string, readonly Value[], string]>([
    ["net.cidr_contains", ["10.0.0.0/8", "10.1.2.3"], "true"],
    ["net.cidr_contains", ["10.0.0.5/8", "10.1.2.3/16"], "true"],
    ["net.cidr_contains", ["10.0.0.0/16", "10.0.0.0/8"], "false"],
    ["net.cidr_contains", ["::/0", "10.0.0.1"], "false"],
    ["net.cidr_contains", ["::ffff:10.0.0.0/104", "10.0.0.1"], "true"],
    ["net.cidr_contains", ["2001:db8::/32", "2001:db8::1"], "true"],
    ["net.cidr_overlap", ["10.0.0.0/8", "10.1.2.3"], "true"],
    ["net.cidr_intersects", ["10.0.0.0/8", "10.1.0.0/16"], "true"],
    ["net.cidr_intersects", ["10.1.0.0/16", "10.0.0.0/8"], "true"],
    ["net.cidr_intersects", ["10.0.0.0/8", "11.0.0.0/8"], "false"],
    ["net.cidr_is_valid", ["10.0.0.1/8"], "true"],
    ["net.cidr_is_valid", ["10.0.0.1"], "false"],
    ["net.cidr_is_valid", [1], "false"],
    ["net.cidr_expand", ["10.0.0.5/30"], '{"10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7"}'],
    ["net.cidr_expand", ["2001:db8::/127"], '{"2001:db8::", "2001:db8::1"}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(netCidrBuiltins, name, operands)).toBe(expected);
  });
});

describe("matches name what is in what", () => {
  test.each<[string, readonly Value[], string]>([
    ["net.cidr_contains_matches", ["10.0.0.0/8", "10.1.0.0/16"], '{["10.0.0.0/8", "10.1.0.0/16"]}'],
    [
      "net.cidr_contains_matches",
      [["10.0.0.0/8", ["11.0.0.0/8", "x"]], { a: "10.0.0.1", b: ["11.1.1.1", 3] }],
      '{[0, "a"], [1, "b"]}',
    ],
    [
      "net.cidr_contains_matches",
      [new RegoSet(["10.0.0.0/8"]), new RegoSet(["10.0.0.1"])],
      '{["10.0.0.0/8", "10.0.0.1"]}',
    ],
    ["net.cidr_contains_matches", [1, "10.0.0.1"], "set()"],
    [
      "net.cidr_contains_matches",
      [[1], "10.0.0.1"],
      "eval_builtin_error: net.cidr_contains_matches: operand 1: element must be string or non-empty array",
    ],
    [
      "net.cidr_contains_matches",
      [[[]], "10.0.0.1"],
      "eval_builtin_error: net.cidr_contains_matches: operand 1: element must be string or non-empty array",
    ],
    [
      "net.cidr_contains_matches",
      [[[1]], "10.0.0.1"],
      "eval_type_error: net.cidr_contains_matches: operand 1 must be string but got number",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(netCidrBuiltins, name, operands)).toBe(expected);
  });
});

describe("networks are merged", () => {
  test.each<[string, readonly Value[], string]>([
    ["net.cidr_merge", [["10.0.0.0/9", "10.128.0.0/9"]], '{"10.0.0.0/8"}'],
    ["net.cidr_merge", [["10.0.0.1", "192.168.1.1"]], '{"10.0.0.1/8", "192.168.1.1/24"}'],
    ["net.cidr_merge", [new RegoSet(["10.0.0.0/24", "10.0.1.0/24", "10.0.3.0/24"])], '{"10.0.0.0/23", "10.0.3.0/24"}'],
    ["net.cidr_merge", [[]], "set()"],
    ["net.cidr_merge", [["::1"]], "eval_builtin_error: net.cidr_merge: IPv6 invalid: needs prefix length"],
    ["net.cidr_merge", [["a"]], "eval_builtin_error: net.cidr_merge: invalid CIDR address: a"],
    ["net.cidr_merge", [[1]], "eval_builtin_error: net.cidr_merge: element must be string"],
    ["net.cidr_merge", [1], "eval_builtin_error: net.cidr_merge: operand must be an array"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(netCidrBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["net.cidr_contains", ["abc", "10.0.0.1"], "eval_builtin_error: net.cidr_contains: invalid CIDR address: abc"],
    [
      "net.cidr_contains",
      ["10.0.0.0/33", "10.0.0.1"],
      "eval_builtin_error: net.cidr_contains: invalid CIDR address: 10.0.0.0/33",
    ],
    [
      "net.cidr_contains",
      ["010.0.0.0/8", "10.0.0.1"],
      "eval_builtin_error: net.cidr_contains: invalid CIDR address: 010.0.0.0/8",
    ],
    [
      "net.cidr_contains",
      ["10.0.0.0/8", "abc"],
      "eval_builtin_error: net.cidr_contains: not a valid textual representation of an IP address or CIDR: abc",
    ],
    [
      "net.cidr_contains",
      [1, "10.0.0.1"],
      "eval_type_error: net.cidr_contains: operand 1 must be string but got number",
    ],
    [
      "net.cidr_contains",
      ["10.0.0.0/8", 1],
      "eval_type_error: net.cidr_contains: operand 1 must be string but got number",
    ],
    [
      "net.cidr_intersects",
      ["10.0.0.0/8", "10.0.0.1"],
      "eval_builtin_error: net.cidr_intersects: invalid CIDR address: 10.0.0.1",
    ],
    ["net.cidr_expand", ["10.0.0.0"], "eval_builtin_error: net.cidr_expand: invalid CIDR address: 10.0.0.0"],
    ["net.cidr_expand", [1], "eval_type_error: net.cidr_expand: operand 1 must be string but got number"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(netCidrBuiltins, name, operands)).toBe(expected);
  });
});

test("a network that is too large meets the limit", () => {
  expect(callBuiltin(netCidrBuiltins, "net.cidr_expand", ["10.0.0.0/8"])).toBe("limit: collectionSize");
});
