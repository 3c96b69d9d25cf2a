import { expect, test } from "vitest";
import { scalar, variable } from "../../syntax/ast.js";
import { nowhere } from "../../syntax/location.js";
import { anyType, numberType, oneOf, stringType } from "../../value/type.js";
import { TypeTree } from "./type-tree.js";

const place = nowhere("");
const path = (...names: readonly string[]) => names.map((name) => scalar(name, place));

test("definitions of one rule are merged, those of a function argument by argument", () => {
  const tree = new TypeTree();
  tree.at(["p"]).define(numberType);
  tree.at(["p"]).define(stringType);
  expect(tree.typeAt(path("p"))).toStrictEqual(oneOf(numberType, stringType));
  tree.at(["f"]).defineFunction({ args: [numberType], result: numberType });
  tree.at(["f"]).defineFunction({ args: [stringType], result: numberType });
  expect(tree.find(path("f"))?.function).toStrictEqual({ args: [oneOf(numberType, stringType)], result: numberType });
});

test("a package is an object of its rules, open for base data, without functions", () => {
  const tree = new TypeTree();
  tree.at(["a", "p"]).define(numberType);
  tree.at(["a", "f"]).defineFunction({ args: [], result: numberType });
  expect(tree.typeAt(path("a"))).toStrictEqual({
    kind: "object",
    properties: [{ key: "p", type: numberType }],
    dynamic: { key: stringType, value: anyType },
  });
});

test("below a rule its type decides, below what is not known everything is possible", () => {
  const tree = new TypeTree();
  tree.at(["p"]).define({ kind: "array", items: [], rest: numberType });
  expect(tree.typeAt([...path("p"), variable("i", place)])).toStrictEqual(numberType);
  expect(tree.typeAt(path("q", "r"))).toStrictEqual(anyType);
  expect([tree.isEmpty, tree.isLeaf, tree.child("p")?.isLeaf]).toStrictEqual([false, false, true]);
});
