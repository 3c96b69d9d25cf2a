import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type Outcome, run } from "../../test/run.js";

const FILES = {
  "policy.rego": "package a\n\nallow if input.user in data.admins\n\nunused if true\n",
  "data.json": '{"admins": ["ann"]}',
  "good_test.rego": 'package a_test\n\nimport data.a\n\ntest_allowed if a.allow with input as {"user": "ann"}\n',
  "bad/bad_test.rego":
    'package bad_test\n\nimport data.a\n\ntest_allowed if {\n  print("trying")\n  a.allow with input as {"user": "eve"}\n}\n',
  "todo/todo_test.rego": "package todo_test\n\ntodo_test_later if false\n",
  "broken/broken.rego": "package broken\n\np := x\n",
  "empty/none.rego": "package empty\n",
  "nothing/data.json": "{}",
};
const GOOD = ["policy.rego", "data.json", "good_test.rego"];

const runTest = (...words: string[]): Promise<Outcome> =>
  run(["rego", "test", ...words], { folder: makeFolder(FILES) });

test("tests that pass are counted", async () => {
  expect(await runTest(...GOOD)).toEqual({ code: 0, output: "PASS: 1/1\n", errors: "" });
  expect((await runTest(...GOOD, "-v")).output).toMatch(
    /^good_test\.rego:5:\ndata\.a_test\.test_allowed: PASS \(.*\)\n-{80}\n/,
  );
});

test("that there is nothing to run is said, and no failure unless that is asked for", async () => {
  for (const words of [["empty"], [...GOOD, "--run", "tset"]]) {
    expect(await runTest(...words)).toEqual({ code: 0, output: "", errors: "no tests were run\n" });
  }
  expect(await runTest("nothing")).toEqual({
    code: 1,
    output: "",
    errors: "1 error occurred: nothing: no policies: no file that ends in .rego\n",
  });
});

test("a test that fails shows why, and what it printed", async () => {
  const { code, output } = await runTest(...GOOD, "bad");
  expect(code).toBe(2);
  expect(output.replace(/\(.*?s\)/, "(1ms)")).toBe(`bad/bad_test.rego:5:
data.bad_test.test_allowed: FAIL (1ms)

  data.bad_test.test_allowed at bad/bad_test.rego:5 fails
    line 7: data.a.allow with input as {"user": "eve"}
      data.a.allow at policy.rego:3 fails
        line 3: input.user in data.admins
          input.user is "eve"
          data.admins is ["ann"]

  trying

${"-".repeat(80)}
PASS: 1/2
FAIL: 1/2
`);
});

test.each<[words: string[], code: number]>([
  [[...GOOD], 0],
  [["todo"], 2],
  [["todo", "-z"], 0],
  [["empty"], 0],
  [["empty", "--fail-on-empty"], 1],
  [["nothing"], 1],
  [[...GOOD, "bad", "--run", "test_a.*"], 2],
  [[...GOOD, "bad", "--run", "^data.a_test"], 0],
  [[...GOOD, "--threshold", "50"], 0],
  [[...GOOD, "--threshold", "90"], 2],
  [["--bundle", "bad"], 2],
  [["broken"], 1],
  [["gone"], 1],
])("%j ends with %i", async (words, code) => {
  expect((await runTest(...words)).code).toBe(code);
});

describe("coverage", () => {
  test("is reported as JSON when all tests pass", async () => {
    const { code, output } = await runTest(...GOOD, "--coverage");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      files: { "policy.rego": { covered_lines: 1, not_covered_lines: 1, coverage: 50 } },
      coverage: 66.67,
    });
  });

  test("that is too little is told, with the lines", async () => {
    expect(await runTest(...GOOD, "--threshold", "90", "-v")).toEqual({
      code: 2,
      output: "",
      errors: "Code coverage threshold not met: got 66.67 instead of 90.00\nLines not covered:\n\tpolicy.rego:5\n",
    });
  });

  test("gives way to failures", async () => {
    const { code, output } = await runTest(...GOOD, "bad", "--coverage");
    expect([code, output]).toEqual([2, expect.stringContaining("FAIL: 1/2")]);
  });
});

test("results come as JSON and as JUnit", async () => {
  expect(JSON.parse((await runTest(...GOOD, "-f", "json")).output)).toMatchObject([
    { package: "data.a_test", name: "test_allowed" },
  ]);
  expect((await runTest(...GOOD, "-f", "junit")).output).toContain('<testsuite name="data.a_test" tests="1"');
});

test("errors of policies are told with their lines", async () => {
  const { output, errors } = await runTest("broken");
  expect([output, errors]).toEqual([
    "",
    expect.stringContaining("broken/broken.rego:3: rego_unsafe_var_error: var x is unsafe\n\tp := x\n"),
  ]);
});

test.each<[words: string[], message: string]>([
  [[], "nothing to test: name files or folders"],
  [["empty", "--threshold", "101"], "`--threshold` takes a number from 0 to 100, not `101`"],
  [["empty", "--threshold", ""], "`--threshold` takes a number"],
  [["empty", "--run", "("], "`--run` takes a regular expression, not `(`"],
  [["empty", "--timeout", "x"], "`--timeout` takes a duration"],
])("%j is a wrong call", async (words, message) => {
  const { code, errors } = await runTest(...words);
  expect([code, errors]).toEqual([2, expect.stringContaining(message)]);
});
