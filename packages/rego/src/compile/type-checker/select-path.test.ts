import { expect, test } from "vitest";
import { parseQueryText } from "../../syntax/parse-module.js";
import { anyType, arrayOf, numberType, objectOf, stringType, type Type } from "../../value/type.js";
import { selectPath } from "./select-path.js";
import { unknownType } from "./type-algebra.js";

const lists = objectOf(stringType, arrayOf(numberType));

test.each<readonly [string, Type, Type]>([
  ["x", lists, lists],
  ["x.a", lists, arrayOf(numberType)],
  ["x.a[0]", lists, numberType],
  ["x[key][index]", lists, numberType],
  ["x.a.b", numberType, unknownType],
  ["x.a[key]", anyType, anyType],
])("the type at the end of `%s` is that of what the keys lead to", (text, type, expected) => {
  const query = parseQueryText(`${text} == 1`, { file: "", version: "v1" });
  const expression = query.ok ? query.value[0]?.expression : undefined;
  const [term] = expression?.kind === "call" ? expression.args : [];
  expect(selectPath(type, term?.kind === "reference" ? term.path : [])).toEqual(expected);
});
