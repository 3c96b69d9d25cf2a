import { expect, test } from "vitest";
import { type GraphqlValue, valueKind } from "./graphql-tree.js";
import { integerFault, isUnrepresentable, valueText } from "./graphql-value-text.js";

const scalar = (kind: number, raw: string): GraphqlValue => ({ kind, raw, children: [] });
const member = (name: string, value: GraphqlValue) => ({ name, value });

test.each<[GraphqlValue, string]>([
  [scalar(valueKind.variable, "a"), "$a"],
  [scalar(valueKind.int, "1"), "1"],
  [scalar(valueKind.string, 'a"'), '"a\\""'],
  [scalar(valueKind.block, "a\n"), '"a\\n"'],
  [{ kind: valueKind.list, raw: "", children: [member("", scalar(1, "1")), member("", scalar(7, "A"))] }, "[1,A]"],
  [{ kind: valueKind.object, raw: "", children: [member("a", scalar(6, "null"))] }, "{a:null}"],
])("row %#", (value, text) => {
  expect(valueText(value)).toBe(text);
});

test.each<[string, 32 | 64, string | undefined]>([
  ["2147483647", 32, undefined],
  ["2147483648", 32, "range"],
  ["-2147483648", 32, undefined],
  ["9223372036854775807", 64, undefined],
  ["-9223372036854775809", 64, "range"],
  ["00000000000000000000001", 64, undefined],
  ["-0", 64, undefined],
  ["9".repeat(1_000_000), 64, "range"],
  ["1.5", 64, "syntax"],
  ["", 32, "syntax"],
])("%s as integer of %i bits", (text, bits, fault) => {
  expect(integerFault(text, bits)).toBe(fault);
});

test.each<[GraphqlValue, boolean]>([
  [scalar(valueKind.int, "1"), false],
  [scalar(valueKind.int, "99999999999999999999"), true],
  [scalar(valueKind.float, "1e999"), true],
  [scalar(valueKind.float, ""), true],
  [scalar(valueKind.float, "1e3"), false],
  [scalar(valueKind.boolean, "true"), false],
  [scalar(valueKind.boolean, "yes"), true],
  [scalar(valueKind.string, "x"), false],
  [{ kind: valueKind.list, raw: "", children: [member("", scalar(2, "1e999"))] }, true],
])("what Go cannot represent, row %#", (value, expected) => {
  const ask = (one: GraphqlValue): boolean => isUnrepresentable(one, ask);
  expect(ask(value)).toBe(expected);
});
