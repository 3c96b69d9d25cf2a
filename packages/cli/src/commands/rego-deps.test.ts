import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type Outcome, run } from "../../test/run.js";

const FILES = {
  "policy.rego": 'package policy\n\nallow if is_admin\n\nis_admin if "admin" in input.user.roles\n\none := 1\n',
  "bad.rego": "package bad\n\np := x\n",
};

const deps = (...words: string[]): Promise<Outcome> => run(["rego", "deps", ...words], { folder: makeFolder(FILES) });

test("documents are a table", async () => {
  expect(await deps("-d", "policy.rego", "data.policy.allow")).toEqual({
    code: 0,
    errors: "",
    output: `+------------------+----------------------+
|  BASE DOCUMENTS  |  VIRTUAL DOCUMENTS   |
+------------------+----------------------+
| input.user.roles | data.policy.allow    |
|                  | data.policy.is_admin |
+------------------+----------------------+
`,
  });
});

test.each([
  ["data.policy.one", "+-------------------+\n| VIRTUAL DOCUMENTS |\n"],
  ["input.x", "+----------------+\n| BASE DOCUMENTS |\n"],
])("of %s there is one column", async (query, start) => {
  expect((await deps("-d", "policy.rego", query)).output.startsWith(start)).toBe(true);
});

test("what depends on nothing has no table", async () => {
  expect((await deps("1")).output).toBe("");
});

test("as JSON", async () => {
  const { output } = await deps("-d", ".", "--ignore", "bad*", "-f", "json", "data.policy");
  expect(JSON.parse(output)).toEqual({
    base: ["input.user.roles"],
    virtual: ["data.policy.allow", "data.policy.is_admin", "data.policy.one"],
  });
  expect((await deps("-f", "json", "1")).output).toBe("{}\n");
});

test.each<[words: string[], message: string]>([
  [["-d", "gone.rego", "1"], "gone.rego: no such file or folder"],
  [["-d", "bad.rego", "1"], "var x is unsafe"],
  [["data.["], "rego_parse_error"],
])("%j is an error", async (words, message) => {
  const { code, output, errors } = await deps(...words);
  expect([code, output, errors]).toEqual([1, "", expect.stringContaining(message)]);
});
