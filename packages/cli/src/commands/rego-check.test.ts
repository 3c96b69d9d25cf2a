import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type Outcome, run } from "../../test/run.js";

const FILES = {
  "good/a.rego": "package a\n\np := 1\n",
  "good/data.json": "{broken",
  "documents/data.json": "{}",
  "bad.rego": "package bad\n\np if x > 1\n\nq if {\n\ty > 1\n}\n",
  "parse.rego": "package parse\n\np if {\n",
  "unused.rego": "package unused\n\nimport data.x\n\np := 1\n",
  "v0.rego": "package old\n\np { input.x }\n",
  "binary.rego": Buffer.from([0xff, 0x00]),
};

const check = (...words: string[]): Promise<Outcome> => run(["rego", "check", ...words], { folder: makeFolder(FILES) });

test.each<[words: string[]]>([
  [["good"]],
  [["--bundle", "good"]],
  [["v0.rego", "--v0-compatible"]],
  [["unused.rego"]],
  [[".", "--v0-compatible", "--ignore", "[bpu]*.rego"]],
])("check %j has nothing to say", async (words) => {
  const { code, output, errors } = await check(...words);
  expect([errors, output, code]).toEqual(["", "", 0]);
});

test.each<[words: string[], paths: string]>([
  [["documents"], "documents"],
  [["documents", "good/data.json"], "documents, good/data.json"],
  [["--bundle", "documents"], "documents"],
  [["good", "--ignore", "*.rego"], "good"],
])("check %j is an error, for there is nothing to check", async (words, paths) => {
  const outcome = {
    code: 1,
    output: "",
    errors: `1 error occurred: ${paths}: no policies: no file that ends in .rego\n`,
  };
  expect(await check(...words)).toEqual(outcome);
});

describe("errors are told, all of one stage", () => {
  test("each with its line and a caret", async () => {
    expect(await check("bad.rego")).toEqual({
      code: 1,
      output: "",
      errors: `2 errors occurred:
bad.rego:3: rego_unsafe_var_error: var x is unsafe
	p if x > 1
	     ^
bad.rego:6: rego_unsafe_var_error: var y is unsafe
	y > 1
	^
`,
    });
  });

  test("as JSON", async () => {
    const { code, errors } = await check("bad.rego", "-f", "json");
    expect(code).toBe(1);
    expect(JSON.parse(errors).errors[1]).toEqual({
      message: "var y is unsafe",
      code: "rego_unsafe_var_error",
      location: { file: "bad.rego", row: 6, col: 2 },
      details: { line: "y > 1", idx: 0 },
    });
  });

  test.each<[words: string[], message: string]>([
    [["parse.rego"], "parse.rego:4: rego_parse_error"],
    [["v0.rego"], "`if` keyword is required before rule body"],
    [["unused.rego", "--strict"], "import data.x unused"],
    [["binary.rego"], "binary.rego: is no text in UTF-8"],
    [["gone"], "gone: no such file or folder"],
  ])("%j", async (words, message) => {
    const { code, errors } = await check(...words);
    expect([code, errors]).toEqual([1, expect.stringContaining(message)]);
  });
});

test("without paths it says how to call it", async () => {
  const { code, errors } = await check();
  expect([code, errors]).toEqual([2, "error: nothing to check: name files or folders\n"]);
});
