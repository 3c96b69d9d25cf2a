import { expect, test } from "vitest";
import { compilePolicy, createBuiltins, lightFamilies, type PolicyOptions, toText } from "./core.js";
import {
  createRe2Engine,
  cryptoBuiltins,
  explainUndefined,
  policyChecks,
  timeBuiltins,
  yamlMetadata,
} from "./heavy.js";

const compile = (rules: string, options: Partial<PolicyOptions> = {}) => {
  const builtins = createBuiltins(...lightFamilies, cryptoBuiltins, timeBuiltins);
  const policy = compilePolicy([{ file: "a.rego", source: `package a\n\n${rules}\n` }], { builtins, ...options });
  return policy;
};

test("an engine takes the large families that its host names", () => {
  const rules = 'p := crypto.md5("a")\n\nq := regex.match("^a+$", "aa")\n\nr := time.weekday(0)';
  const policy = compile(rules, { regex: createRe2Engine() });
  const results = policy.ok ? policy.value.evaluate("data.a") : policy;
  expect(results.ok ? results.value.map(({ expressions }) => expressions.map(toText)) : results.errors).toStrictEqual([
    ['{"p": "0cc175b9c0f1b6a831c399e269772661", "q": true, "r": "Thursday"}'],
  ]);
});

test("an engine takes checks, explanations and metadata", () => {
  const refused = compile("p := count(1)", { checks: policyChecks });
  expect(refused.ok ? [] : refused.errors.map(({ message }) => message)).toStrictEqual(["count: invalid argument(s)"]);

  const annotated = compile("# METADATA\n# title: T\np := rego.metadata.rule().title", { metadata: yamlMetadata });
  const results = annotated.ok ? annotated.value.evaluate("data.a.p") : annotated;
  expect(results.ok && results.value.map(({ expressions }) => expressions)).toStrictEqual([["T"]]);

  const policy = compile("p if input.x", { explain: explainUndefined });
  const explained = policy.ok ? policy.value.explainUndefined("data.a.p", { input: {} }) : policy;
  expect(explained.ok && explained.value.map(({ failed }) => failed?.text)).toStrictEqual(["input.x"]);
});
