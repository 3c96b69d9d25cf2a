import { expect, test } from "vitest";
import { run } from "../test/run.js";

test.each([["--version"], ["-V"]])("%s prints the version", async (flag) => {
  expect(await run([flag])).toEqual({ code: 0, output: "1.2.3\n", errors: "" });
});

test.each<[words: string[], mentions: string[]]>([
  [["--help"], ["check", "explain", "completion", "Examples:"]],
  [
    ["help", "check"],
    ["--output", "Exit codes:", "helm template"],
  ],
  [
    ["check", "--help"],
    ["--fail-on", "Exit codes:", "helm template"],
  ],
])("%j prints help with examples", async (words, mentions) => {
  const { code, output, errors } = await run(words);
  expect([code, errors]).toEqual([0, ""]);
  for (const mention of mentions) expect(output).toContain(mention);
});

test.each<[words: string[], message: string]>([
  [[], "Usage: ostiary"],
  [["chekc"], "error: unknown command 'chekc'\n(Did you mean check?)"],
  [["check", "--levle", "baseline"], "error: unknown option '--levle'\n(Did you mean --level?)"],
  [["check", "--level"], "error: option '-l, --level <level>' argument missing"],
  [["check", "a", "--fail-on", "never"], "Allowed choices are deny, warn."],
  [["check", "a", "--profile", "openshift"], "Allowed choices are kubernetes, deckhouse."],
  [["completion"], "error: missing required argument 'shell'"],
  [["explain", "a", "b"], "error: too many arguments"],
])("%j is a wrong call: exit code 2, and why", async (words, message) => {
  const { code, output, errors } = await run(words);
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain(message);
});
