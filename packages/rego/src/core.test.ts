import { expect, test } from "vitest";
import { compilePolicy, lightBuiltins, toText } from "./core.js";

test("the engine works without anything large, and large builtins fault", () => {
  const source = 'package a\n\np := count([1])\n\nq := crypto.md5("a")\n\nr := time.weekday(0)';
  const policy = compilePolicy([{ file: "a.rego", source }], { builtins: lightBuiltins() });
  const results = policy.ok ? policy.value.evaluate("data.a") : policy;
  expect(results.ok ? results.value.map(({ expressions }) => expressions.map(toText)) : results.errors).toStrictEqual([
    ['{"p": 1}'],
  ]);
});
