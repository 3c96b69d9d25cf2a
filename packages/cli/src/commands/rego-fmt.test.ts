import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type Place, run } from "../../test/run.js";

const UGLY = "package   a\n# why\np  :=  1 # one\n";
const PRETTY = "package a\n\n# why\np := 1 # one\n";
const FILES = { "ugly.rego": UGLY, "sub/pretty.rego": PRETTY, "sub/other.txt": UGLY, "text/a.txt": UGLY };

const format = (words: readonly string[], place: Place = {}) =>
  run(["rego", "fmt", ...words], { folder: makeFolder(FILES), ...place });

describe("policies are printed in their canonical form", () => {
  test.each<[words: string[], place: Place, output: string]>([
    [["ugly.rego"], {}, PRETTY],
    [["."], {}, PRETTY + PRETTY],
    [[], { input: UGLY }, PRETTY],
    [["sub/other.txt"], {}, PRETTY],
    [["--list", "."], {}, "ugly.rego\n"],
    [["--list", "sub"], {}, ""],
    [["--diff", "sub"], {}, ""],
    [["--v0-v1"], { input: "package a\n\np { true }\n" }, "package a\n\nimport rego.v1\n\np := true\n"],
    [["--rego-v1"], { input: "package a\n\np = 1\n" }, "package a\n\nimport rego.v1\n\np := 1\n"],
    [["--v0-compatible"], { input: "package a\n\np { input.x }\n" }, "package a\n\np {\n\tinput.x\n}\n"],
  ])("%j", async (words, place, output) => {
    expect(await format(words, place)).toEqual({ code: 0, output, errors: "" });
  });

  test("a difference is shown line by line", async () => {
    const { code, output } = await format(["--diff", "."]);
    expect([code, output]).toEqual([
      0,
      "--- ugly.rego\n+++ ugly.rego\n@@ -1,3 +1,4 @@\n-package   a\n+package a\n+\n # why\n-p  :=  1 # one\n+p := 1 # one\n",
    ]);
  });

  test("files are overwritten, what they are linked to is kept, and nothing is printed", async () => {
    const folder = makeFolder(FILES);
    expect(await format(["--write", "."], { folder })).toEqual({ code: 0, output: "", errors: "" });
    expect(readFileSync(join(folder, "ugly.rego"), "utf8")).toBe(PRETTY);
    expect(await format(["--list", "--fail", "."], { folder })).toEqual({ code: 0, output: "", errors: "" });
  });
});

test.each<[words: string[], code: number]>([
  [["--fail", "ugly.rego"], 2],
  [["--fail", "--list", "."], 2],
  [["--fail", "--diff", "."], 2],
  [["--fail", "sub"], 0],
])("%j ends with %i", async (words, code) => {
  expect((await format(words)).code).toBe(code);
});

test.each<[words: string[], place: Place, message: string]>([
  [["gone.rego"], {}, "gone.rego: no such file or folder"],
  [[], { input: "package a\n\np := 01\n" }, "stdin:3: rego_parse_error"],
  [[], { input: Buffer.from([0xff]) }, "stdin: is no text in UTF-8"],
  [["text"], {}, "text: no policies: no file that ends in .rego"],
  [["--list", "--fail", "text"], {}, "text: no policies"],
  [["--write"], {}, "standard input cannot be overwritten: name files"],
])("%j is an error", async (words, place, message) => {
  const { code, output, errors } = await format(words, place);
  expect([code, output, errors]).toEqual([2, "", expect.stringContaining(message)]);
});

test("what cannot be read does not keep the rest from being formatted", async () => {
  const { code, output } = await format(["gone.rego", "ugly.rego"]);
  expect([code, output]).toEqual([2, PRETTY]);
});
