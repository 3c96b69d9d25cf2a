import { expect, test } from "vitest";
import { readQuery } from "./graphql-query.js";
import type { TypeReference } from "./graphql-tree.js";
import { isCompatible, nameOfType, textOfType } from "./graphql-type.js";

const typeOf = (text: string): TypeReference => {
  const [operation] = readQuery(`query($a: ${text}) {b}`, () => undefined).operations;
  return operation?.variableDefinitions[0]?.type ?? { namedType: "", nonNull: false };
};

test.each(["Int", "Int!", "[Int]", "[[Int!]!]!"])(
  "%s is written as it was read, and named by what it contains",
  (text) => {
    expect(textOfType(typeOf(text))).toBe(text);
    expect(nameOfType(typeOf(text))).toBe("Int");
  },
);

test("a type of nothing has no name", () => {
  expect([nameOfType, textOfType].map((of) => of({ namedType: "", nonNull: false }))).toStrictEqual(["", ""]);
});

test.each([
  ["Int", "Int", true],
  ["Int!", "Int", true],
  ["Int", "Int!", false],
  ["Int", "String", false],
  ["[Int!]", "[Int]", true],
  ["[Int]", "[Int!]", false],
  ["[Int]", "Int", false],
  ["[[Int]]", "[Int]", false],
])("%s where %s is expected: %s", (type, expected, answer) => {
  expect(isCompatible(typeOf(type), typeOf(expected))).toBe(answer);
});
