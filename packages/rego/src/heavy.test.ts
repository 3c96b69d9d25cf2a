import { expect, test } from "vitest";
import { compilePolicy, createBuiltins, lightFamilies, toText } from "./core.js";
import { createRe2Engine, cryptoBuiltins } from "./heavy.js";

test("an engine takes the large families that its host names", () => {
  const source = 'package a\n\np := crypto.md5("a")\n\nq := regex.match("^a+$", "aa")';
  const builtins = createBuiltins(...lightFamilies, cryptoBuiltins);
  const policy = compilePolicy([{ file: "a.rego", source }], { builtins, regex: createRe2Engine() });
  const results = policy.ok ? policy.value.evaluate("data.a") : policy;
  expect(results.ok ? results.value.map(({ expressions }) => expressions.map(toText)) : results.errors).toStrictEqual([
    ['{"p": "0cc175b9c0f1b6a831c399e269772661", "q": true}'],
  ]);
});
