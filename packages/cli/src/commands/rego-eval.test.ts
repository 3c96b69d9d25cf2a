import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type Outcome, run } from "../../test/run.js";

const FILES = {
  "policy.rego": `package example

import data.roles

allow if input.user in roles.admins

deny contains message if {
  not allow
  print("denied", input.user)
  message := sprintf("%s is no admin", [input.user])
}
`,
  "roles.json": '{"roles": {"admins": ["ann"]}}',
  "input.json": '{"user": "ann"}',
  "v0.rego": "package old\n\np[x] { x := input.user }\n",
  "wrong.rego": "package wrong\n\np := x\n\nq := y\n",
};

const evaluate = (words: readonly string[], input?: string): Promise<Outcome> =>
  run(["rego", "eval", ...words], { folder: makeFolder(FILES), ...(input !== undefined && { input }) });

const LOAD = ["-d", "policy.rego", "-d", "roles.json"];

describe("rego eval answers as opa eval does", () => {
  test("with JSON of values, texts and places", async () => {
    const { code, output, errors } = await evaluate([...LOAD, "-i", "input.json", "data.example.allow"]);
    expect([code, errors]).toEqual([0, ""]);
    expect(JSON.parse(output)).toEqual({
      result: [{ expressions: [{ value: true, text: "data.example.allow", location: { row: 1, col: 1 } }] }],
    });
  });

  test.each<[words: string[], input: string | undefined, code: number, output: string]>([
    [["-f", "raw", "data.example.allow"], undefined, 0, ""],
    [["-f", "raw", "--fail", "data.example.allow"], undefined, 1, ""],
    [["-f", "raw", "--fail", "-i", "input.json", "data.example.allow"], undefined, 0, "true\n"],
    [["-f", "raw", "--fail-defined", "-i", "input.json", "data.example.allow"], undefined, 1, "true\n"],
    [["-f", "raw", "--fail-defined", "data.example.allow"], undefined, 0, ""],
    [["-f", "raw", "-I", "data.example.deny"], "user: eve\n", 0, '["eve is no admin"]\n'],
    [["-f", "raw", "--stdin"], "1 + 1", 0, "2\n"],
    [["-f", "pretty", "data.example.allow"], undefined, 0, "undefined\n"],
    [["-f", "raw", "--package", "example", "-i", "input.json", "allow"], undefined, 0, "true\n"],
    [["-f", "raw", "--import", "data.roles.admins as all", "all[0]"], undefined, 0, "ann\n"],
    [["-f", "discard", "1"], undefined, 0, '{\n  "result": "discarded"\n}\n'],
  ])("%j", async (words, input, code, output) => {
    const outcome = await evaluate([...LOAD, ...words], input);
    expect([outcome.code, outcome.output]).toEqual([code, output]);
  });

  test("v0 is read when it is asked for", async () => {
    expect((await evaluate(["-d", "v0.rego", "data.old.p"])).code).toBe(2);
    const { code, output } = await evaluate(
      ["-d", "v0.rego", "--v0-compatible", "-f", "raw", "-I", "data.old.p"],
      '{"user": 1}',
    );
    expect([code, output]).toEqual([0, "[1]\n"]);
  });

  test("what policies print goes to standard error", async () => {
    const { errors } = await evaluate([...LOAD, "-I", "data.example.deny"], '{"user": "eve"}');
    expect(errors).toBe("denied eve\n");
  });
});

describe("errors", () => {
  test("are all in JSON, with places", async () => {
    const { code, output, errors } = await evaluate(["-d", "wrong.rego", "data"]);
    expect([code, errors]).toEqual([2, ""]);
    expect(JSON.parse(output)).toEqual({
      errors: [
        { message: "var x is unsafe", code: "rego_unsafe_var_error", location: { file: "wrong.rego", row: 3, col: 6 } },
        { message: "var y is unsafe", code: "rego_unsafe_var_error", location: { file: "wrong.rego", row: 5, col: 6 } },
      ],
    });
  });

  test.each<[words: string[], message: string]>([
    [["-d", "gone.rego", "1"], "gone.rego: no such file or folder"],
    [
      ["-d", "policy.rego", "-d", "example.allow:roles.json", "1"],
      "conflicting rule for data path example/allow found",
    ],
    [["-d", "policy.rego", "data.example.["], "rego_parse_error"],
    [["data.x", "--import", "x.y"], "rego_parse_error"],
    [["--strict-builtin-errors", "1 / 0"], "eval_builtin_error: div: divide by zero"],
    [["-d", "policy.rego", "--strict", "x := 1; y := 2"], ""],
  ])("%j", async (words, message) => {
    const { errors, output } = await evaluate(["-f", "pretty", ...words]);
    expect(`${output}${errors}`).toContain(message);
  });

  test("the strict mode finds what is unused", async () => {
    const folder = makeFolder({ "a.rego": "package a\n\nimport data.b\n\np := 1\n" });
    const { code, output } = await run(["rego", "eval", "-d", "a.rego", "-S", "1"], { folder });
    expect([code, output]).toEqual([2, expect.stringContaining("import data.b unused")]);
  });

  test.each<[words: string[], message: string]>([
    [[], "nothing to evaluate: give a query, or `--stdin`"],
    [["1", "--stdin"], "there is a query already: leave out `--stdin`"],
    [["--stdin", "-I"], "standard input can be the query or the input"],
    [["1", "-I", "-i", "input.json"], "give `--input` or `--stdin-input`, not both"],
    [["1", "--fail", "--fail-defined"], "give `--fail` or `--fail-defined`, not both"],
    [["1", "--timeout", "soon"], "`--timeout` takes a duration such as `5s`, not `soon`"],
    [["1", "--pretty-limit", "few"], "`--pretty-limit` takes a number, not `few`"],
    [["1", "-i", "gone.json"], "cannot read the input `gone.json`: no such file or folder"],
    [["1", "--format", "xml"], "Allowed choices are json, values"],
    [["1", "2"], "too many arguments"],
  ])("%j is a wrong call", async (words, message) => {
    const { code, output, errors } = await evaluate(words);
    expect([code, output]).toEqual([2, ""]);
    expect(errors).toContain(message);
  });
});

describe("the steps of an evaluation", () => {
  test("are shown as OPA shows them", async () => {
    const { output } = await evaluate(
      [...LOAD, "-f", "pretty", "--explain", "fails", "-I", "data.example.allow"],
      '{"user": "eve"}',
    );
    expect(output).toBe(`query:1           Enter data.example.allow
policy.rego:5     | Enter data.example.allow
policy.rego:5     | | Fail input.user in data.roles.admins
query:1           | Fail data.example.allow
undefined
`);
  });

  test("are a list in JSON", async () => {
    const { output } = await evaluate(["--explain", "full", "1"]);
    expect(JSON.parse(output).explanation[0]).toBe("query:1     Enter 1");
  });

  test("stop being kept after 100,000", async () => {
    const { output } = await evaluate(["--explain", "full", "-f", "pretty", "count([1 | numbers.range(1, 60000)[_]])"]);
    expect(output).toMatch(/\n… \d+ more steps, which are not kept\n60000\n$/);
  });

  test("lines that were evaluated are counted", async () => {
    const { output } = await evaluate([...LOAD, "--coverage", "-i", "input.json", "data.example.allow"]);
    expect(JSON.parse(output).coverage).toMatchObject({ covered_lines: 1, not_covered_lines: 4, coverage: 20 });
  });
});

test("an evaluation that takes too long is ended", async () => {
  const query = "count([1 | numbers.range(1, 9000)[_]; numbers.range(1, 9000)[_]])";
  const { code, output } = await evaluate([query, "--timeout", "50ms"]);
  expect([code, output]).toEqual([2, expect.stringContaining("caller cancelled query execution")]);
});

describe("hostile documents and policies", () => {
  const DEEP = `${"[".repeat(9_000)}${"]".repeat(9_000)}`;

  test("a document of 9,000 levels is read, passed through and written", async () => {
    const { code, output } = await evaluate(["-I", "-f", "raw", "input"], DEEP);
    expect([code, output]).toEqual([0, `${DEEP}\n`]);
  });

  test("a document of 10 MB is too", async () => {
    const { code, output } = await evaluate(
      ["-I", "-f", "raw", "count(input.text)"],
      `{"text": "${"x".repeat(10_000_000)}"}`,
    );
    expect([code, output]).toEqual([0, "10000000\n"]);
  });

  test.each<[what: string, source: string | Uint8Array, message: string]>([
    ["a term of 5,000 levels", `package a\n\np := ${"[".repeat(5_000)}`, "max parsing recursion depth exceeded"],
    ["a null character", "package a\n\0", "illegal null character"],
    ["bytes that are no text", Buffer.from([0xc3, 0x28]), "is no text in UTF-8"],
  ])("%s in a policy is an error", async (_what, source, message) => {
    const { code, output } = await run(["rego", "eval", "-d", "a.rego", "1"], {
      folder: makeFolder({ "a.rego": source }),
    });
    expect([code, output]).toEqual([2, expect.stringContaining(message)]);
  });

  test("rules that call each other too deep end with an error", async () => {
    const rules = Array.from({ length: 700 }, (_, index) => `r${index} if r${index + 1}`);
    const folder = makeFolder({ "a.rego": `package a\n\n${rules.join("\n\n")}\n\nr700 := true\n` });
    const { code, output } = await run(["rego", "eval", "-d", "a.rego", "data.a.r0"], { folder });
    expect([code, output]).toEqual([2, expect.stringContaining("nested calls exceeded")]);
  });

  test("keys of prototypes are keys like others", async () => {
    const { output } = await evaluate(
      ["-I", "-f", "raw", "input.__proto__.constructor"],
      '{"__proto__": {"constructor": 1}}',
    );
    expect(output).toBe("1\n");
  });
});
