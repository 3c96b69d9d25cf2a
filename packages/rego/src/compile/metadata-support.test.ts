import { expect, test } from "vitest";
import { allBuiltins, compilePolicy, type PolicyOptions, toText } from "../index.js";
import { metadataCalls, metadataSupport } from "./metadata-support.js";

const source = "package a\n\n# METADATA\n# x\np := rego.metadata.rule()\n";

const answerOf = (options: Partial<PolicyOptions>): string => {
  const policy = compilePolicy([{ file: "a.rego", source }], { builtins: allBuiltins(), ...options });
  const results = policy.ok ? policy.value.evaluate("data.a.p") : policy;
  return results.ok
    ? results.value.map(({ expressions }) => expressions.map(toText).join()).join()
    : results.errors.map(({ message }) => message).join();
};

test("with a reader of YAML a rule knows its metadata", () => {
  expect(answerOf({ metadata: metadataSupport(() => ({ value: { title: "x" } })) })).toBe(
    '{"scope": "rule", "title": "x"}',
  );
});

test("where nobody reads blocks there is no metadata", () => {
  expect(answerOf({ metadata: metadataCalls })).toBe("{}");
});

test("a host without metadata has no functions that ask for it", () => {
  expect(answerOf({})).toBe("undefined function rego.metadata.rule");
});
