import { expect, test } from "vitest";
import { parseQueryText } from "../../syntax/parse-module.js";
import { anyType, numberType, type Type } from "../../value/type.js";
import { unknownType } from "./type-algebra.js";
import { TypeScope } from "./type-scope.js";
import { TypeTree } from "./type-tree.js";

const tree = new TypeTree();
tree.at(["a", "p"]).define(numberType);

function typeOf(text: string): Type {
  const scope = new TypeScope(tree, "1.17", () => anyType);
  scope.learn("n", numberType);
  const query = parseQueryText(`z = ${text}`, { file: "", version: "v1" });
  const expression = query.ok ? query.value[0]?.expression : undefined;
  const term = expression?.kind === "call" ? expression.args[1] : undefined;
  return term === undefined ? unknownType : scope.inner().typeOf(term);
}

test.each([
  ["n", '{"kind":"number"}'],
  ["unseen", '{"kind":"union","of":[]}'],
  ['[n, "a"]', '{"kind":"array","items":[{"kind":"number"},{"kind":"string"}]}'],
  ["[]", '{"kind":"array","items":[],"rest":{"kind":"any"}}'],
  ["{1, 2}", '{"kind":"set","of":{"kind":"number"}}'],
  ["set()", '{"kind":"set","of":{"kind":"any"}}'],
  ['{"a": n}', '{"kind":"object","properties":[{"key":"a","type":{"kind":"number"}}]}'],
  ["{n: 1}", '{"kind":"object","properties":[],"dynamic":{"key":{"kind":"number"},"value":{"kind":"number"}}}'],
  ["{}", '{"kind":"object","properties":[],"dynamic":{"key":{"kind":"any"},"value":{"kind":"any"}}}'],
  ["input.a", '{"kind":"any"}'],
  ["data.a.p", '{"kind":"number"}'],
  ["data.b", '{"kind":"any"}'],
  ["[x | true]", '{"kind":"any"}'],
  ["[[n]][0][0]", '{"kind":"number"}'],
  ["f(1)", '{"kind":"union","of":[]}'],
  [`{${"1,".repeat(2000)}1}`, '{"kind":"set","of":{"kind":"any"}}'],
  [`[${"1,".repeat(2000)}1]`, '{"kind":"array","items":[],"rest":{"kind":"any"}}'],
])("the type of %s is %s", (text, expected) => {
  expect(JSON.stringify(typeOf(text))).toBe(expected);
});
