import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPrefix, type LocationNode, parseLocation, printLocation, printNode } from "./location-path.js";

const object = (name: string): LocationNode => ({ type: "Object", name });
const list = (key: string, value: string | number | bigint | undefined): LocationNode => ({ type: "List", key, value });
const parse = (text: string) => {
  const parsed = parseLocation(text);
  return parsed.ok ? parsed.value : parsed.error.message;
};

describe("a location is", () => {
  it.each([
    ["", []],
    ["spec", [object("spec")]],
    [" a . b ", [object("a"), object("b")]],
    ['a."example.com/x"', [object("a"), object("example.com/x")]],
    ["a[k: v].b", [object("a"), list("k", "v"), object("b")]],
    ["a[k:*]", [object("a"), list("k", undefined)]],
    ['a[k:"*"]', [object("a"), list("k", "*")]],
    ["a[k: 007]", [object("a"), list("k", 7)]],
    ["a[k: 0]", [object("a"), list("k", 0)]],
    ['a[k: "7"]', [object("a"), list("k", "7")]],
    ["a[k: 9223372036854775807]", [object("a"), list("k", 9223372036854775807n)]],
    ['""', [object("")]],
    ['a["": ""]', [object("a"), list("", "")]],
    ["__proto__", [object("__proto__")]],
  ])("%j", (text, nodes) => {
    expect(parse(text)).toEqual(nodes);
  });
});

describe("no location is", () => {
  it.each([
    ["a.", "trailing separators are forbidden"],
    [".a", 'unexpected token: expected field name or eof, got: SEPARATOR: "."'],
    ["a..b", 'unexpected token: expected field name or eof, got: SEPARATOR: "."'],
    ["1", 'unexpected token: expected field name or eof, got: INT: "1"'],
    ["[a: b]", 'unexpected token: expected field name or eof, got: LBRACKET: "["'],
    ["a b", "unexpected token: expected '.' or eof, got: IDENT: \"b\""],
    ["a[k: v][k: v]", "unexpected token: expected '.' or eof, got: LBRACKET: \"[\""],
    ["a[", 'unexpected token: expected keyField in listSpec, got: EOF: ""'],
    ["a[1: v]", 'unexpected token: expected keyField in listSpec, got: INT: "1"'],
    ["a[k]", "unexpected token: expected ':' following keyField k, got: RBRACKET: \"]\""],
    ["a[k:]", 'unexpected token: expected key value or glob in listSpec, got: RBRACKET: "]"'],
    ["a[k: v", "unexpected token: expected ']' following listSpec, got: EOF: \"\""],
    ["a[k: -1]", undefined],
    [
      "a[k: 9223372036854775808]",
      "invalid integer: overflow in integer string: 9223372036854775808: parsing key value for key: k",
    ],
    ["a.'\u0007", 'unexpected token: expected field name or eof, got: ERROR: "\\a"'],
  ])("%j", (text, message) => {
    expect(parse(text)).toEqual(message ?? [object("a"), list("k", "-1")]);
  });

  it("a number of a million digits, and that is seen at once", () => {
    expect(parse(`a[k: ${"9".repeat(1_000_000)}]`)).toContain("overflow in integer string");
    expect(parse(`a[k: ${"0".repeat(1_000_000)}1]`)).toEqual([object("a"), list("k", 1)]);
  });
});

describe("printing", () => {
  it.each([
    [object("a"), "a"],
    [object(""), '""'],
    [object("9a"), '"9a"'],
    [object('a"\\'), '"a\\"\\\\"'],
    [object("a/b"), "a/b"],
    [object("a\nb"), '"a\nb"'],
    [list("k", undefined), "[k: *]"],
    [list("a.b", "*"), '["a.b": "*"]'],
    [list("k", 7), "[k: 7]"],
    [list("k", "7"), '[k: "7"]'],
  ])("%j", (node, text) => {
    expect(printNode(node)).toBe(text);
  });

  it("puts no separator before a list", () => {
    expect(printLocation([object("a"), list("k", "v"), object("b")])).toBe("a[k: v].b");
  });

  it("and reading again gives the same location, for all names that need no quotes but those that are printed", () => {
    const name = fc.string({ unit: fc.constantFrom(..."ab-_09.'\"[]:* \\\t\n") });
    const integer = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });
    const value = fc.oneof(
      name,
      fc.constant(undefined),
      integer.map((number) => (number > Number.MAX_SAFE_INTEGER ? number : Number(number))),
    );
    const segment = fc
      .tuple(name, fc.option(fc.tuple(name, value)))
      .map(([field, keyed]) => [object(field), ...(keyed === null ? [] : [list(...keyed)])]);
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        expect(parse(printLocation(segments.flat()))).toEqual(segments.flat());
      }),
    );
  });
});

describe("a prefix", () => {
  it.each([
    ["", "a", true],
    ["a", "a", true],
    ["a.b", "a", false],
    ["b", "a.b", false],
    ["a[k: v]", 'a["k":"v"].c', true],
    ["a[k: *]", "a[k: v].c", false],
    ["a[j: v]", "a[k: v].c", false],
    ["a[k: 1]", 'a[k: "1"]', false],
    ["a.b", "a[k: v]", false],
    ["a[k: v]", "a.b", false],
  ])("%j of %j: %j", (prefix, location, expected) => {
    const [one, other] = [parseLocation(prefix), parseLocation(location)];
    expect(one.ok && other.ok && isPrefix(one.value, other.value)).toBe(expected);
  });
});
