import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type Place, run } from "../../test/run.js";

const parse = (words: readonly string[], place: Place = {}) =>
  run(["rego", "parse", ...words], { folder: makeFolder({ "x.rego": "package x\n\np = 1\n" }), ...place });

test("the tree is told as text", async () => {
  expect(await parse(["x.rego"])).toEqual({
    code: 0,
    errors: "",
    output: `module
 package
  ref
   data
   "x"
 rule
  head
   ref
    p
   1
  body
   expr index=0
    true
`,
  });
});

test("the tree is told as JSON, also of standard input", async () => {
  const { code, output } = await parse(["-", "-f", "json", "--v0-compatible"], {
    input: "package a.b\n\np { input.x }\n",
  });
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    package: { path: [{ value: "data" }, { value: "a" }, { value: "b" }] },
    rules: [{ head: { name: "p" }, body: [{ terms: { type: "ref" } }] }],
  });
});

test.each([
  ["gone.rego", "", "gone.rego: no such file or folder"],
  ["-", "???", "illegal token"],
  ["-", "", "empty module"],
])("%s with %j is an error, told as JSON", async (path, input, message) => {
  const { code, output, errors } = await parse([path], { input });
  expect([code, output, JSON.parse(errors).errors[0].message]).toEqual([1, "", expect.stringContaining(message)]);
});
