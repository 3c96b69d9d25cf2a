import { expect, test } from "vitest";
import { createBuiltins } from "../../builtins/create-builtins.js";
import { scalar, variable } from "../../syntax/ast.js";
import { nowhere } from "../../syntax/location.js";
import { anyType, booleanType, named, stringType } from "../../value/type.js";
import { callLines, declaredTypes } from "./call-types.js";

const [builtin] = createBuiltins([
  { name: "f", signature: "x: string -> any", newerResult: "boolean", call: () => true },
]).values();
if (builtin === undefined) throw new Error("no builtin");

test("a builtin declares its types, and in the newer release a narrower result", () => {
  expect(declaredTypes(builtin, "1.17")).toStrictEqual({ args: [named("x", stringType)], result: anyType });
  expect(declaredTypes(builtin, "1.22")).toStrictEqual({ args: [named("x", stringType)], result: booleanType });
});

test("a call is told by the types that its arguments say themselves", () => {
  const args = [scalar(1, nowhere("a")), variable("y", nowhere("a"))];
  expect(callLines(args, builtin)).toStrictEqual(["have: (number, ???)", "want: (x: string)"]);
});
