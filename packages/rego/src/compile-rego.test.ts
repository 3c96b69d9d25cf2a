import { expect, test } from "vitest";
import { compileRego, toText } from "./index.js";

test("everything is there without being asked for", () => {
  const source = [
    "package a",
    "",
    "# METADATA",
    "# title: Example",
    "p := rego.metadata.rule().title",
    'q := regex.match("^a+$", "aa")',
    'r := yaml.unmarshal("a: [1]").a[0]',
    "",
  ].join("\n");
  const policy = compileRego([{ file: "a.rego", source }]);
  const results = policy.ok ? policy.value.evaluate("data.a") : policy;
  expect(results.ok && results.value.map(({ expressions }) => expressions.map(toText).join())).toStrictEqual([
    '{"p": "Example", "q": true, "r": 1}',
  ]);
});
