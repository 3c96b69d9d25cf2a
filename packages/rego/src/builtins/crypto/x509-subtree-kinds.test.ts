import { expect, test } from "vitest";
import { bytes } from "./test-certificates.js";
import { addressTest, domainTest } from "./x509-subtree-kinds.js";

test.each<[string, readonly string[], boolean]>([
  ["a.b", ["b"], true],
  ["b", ["b"], true],
  ["b", [".b"], false],
  ["a.b", [".b"], true],
  ["ab", ["b"], false],
  ["A.B", ["b"], true],
  ["a.b", ["B"], true],
  ["c", ["b"], false],
  ["anything", [""], true],
  ["x.a.b", ["c", "a.b", "b.a"], true],
  ["a.b", ["x.a.b"], false],
  ["*.b", ["a.b"], false],
])("`%s` permitted by %j: %s", (name, constraints, expected) => {
  expect(domainTest(constraints, "permitted")(name)).toBe(expected);
});

test.each<[string, readonly string[], boolean]>([
  ["*.b", ["a.b"], true],
  ["*.B", ["A.b"], true],
  ["*.b", ["a"], false],
  ["*.c", ["a.b"], false],
  ["x.b", ["a.b"], false],
])("`%s` excluded by %j: %s", (name, constraints, expected) => {
  expect(domainTest(constraints, "excluded")(name)).toBe(expected);
});

const range = (address: readonly number[], mask: readonly number[]) => ({
  address: bytes(...address),
  mask: bytes(...mask),
});

test("addresses are under ranges of their length", () => {
  const isUnder = addressTest([
    range([10, 0, 0, 0], [255, 0, 0, 0]),
    range([10, 1, 0, 0], [255, 255, 0, 0]),
    range([192, 168, 0, 5], [255, 255, 255, 0]),
    range(new Array(16).fill(1), new Array(16).fill(255)),
  ]);
  expect(isUnder(bytes(10, 1, 2, 3))).toBe(true);
  expect(isUnder(bytes(11, 1, 2, 3))).toBe(false);
  expect(isUnder(bytes(192, 168, 0, 9))).toBe(true);
  expect(isUnder(new Uint8Array(16).fill(1))).toBe(true);
  expect(isUnder(new Uint8Array(16))).toBe(false);
});
