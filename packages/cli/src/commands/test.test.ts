import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";
import { gatorSuite, POLICY_FILES } from "../../test/suites.js";

test.each<[assertion: string, words: string[], code: number]>([
  ["{violations: 1}", ["."], 0],
  ["{violations: no}", ["."], 1],
  ["{violations: no}", [".", "--run", "^owned"], 0],
  ["{violations: no}", [".", "--run", "unowned"], 1],
  ["{violations: no}", ["./..."], 1],
  ["{violations: no}", ["suite.yaml", "missing.yaml"], 2],
  ["{violations: true}", ["."], 2],
  ["{}", ["pod.yaml"], 2],
])("with %s test %j ends with %i", async (assertion, words, code) => {
  const folder = makeFolder({ ...POLICY_FILES, "suite.yaml": gatorSuite(assertion) });
  expect((await run(["test", ...words], { folder })).code).toBe(code);
});

test.each<[words: string[], message: string]>([
  [[], "nothing to test"],
  [["a", ""], "a path to test is empty"],
  [["-"], "standard input is beside none"],
  [["a", "--run", "a//b//c"], '`--run`: invalid test filter: a filter may include at most one "//"'],
  [["a", "--parallel", "0"], "`--parallel` takes a number from 1 to 64, not `0`"],
  [["a", "--parallel", "many"], "`--parallel` takes a number from 1 to 64, not `many`"],
  [["a", "--format", "yaml"], "Allowed choices are text, json, junit, github"],
])("test %j is a wrong call", async (words, message) => {
  const { code, output, errors } = await run(["test", ...words]);
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain(message);
});

test("the suites among the examples pass", async () => {
  const folder = fileURLToPath(new URL("../../../../examples", import.meta.url));
  const { code, output, errors } = await run(["test", "own-templates", "testing"], { folder });
  expect([code, output, errors]).toEqual([0, "2 suites: 9 passed\n", ""]);
});

test("with --compat gator it is what gator prints, and ends with", async () => {
  const folder = makeFolder({ ...POLICY_FILES, "suite.yaml": gatorSuite("{violations: no}") });
  const compatible = await run(["test", "suite.yaml", "--compat", "gator"], { folder });
  expect([compatible.code, compatible.output]).toEqual([1, expect.stringContaining("--- FAIL: unowned")]);
  const { code, errors } = await run(["test", "suite.yaml", "--compat", "gator", "--watch"], { folder });
  expect([code, errors]).toEqual([
    2,
    "error: gator knows nothing of `--watch`, `--format`, `--coverage` and `--parallel`\n",
  ]);
});

test("a broken suite is told with its place, and not that there is none", async () => {
  const folder = makeFolder({ "a/suite.yaml": gatorSuite("{violations: [}"), "b/values.yaml": "a: {{ b }}\n" });
  const { code, errors } = await run(["test", "a"], { folder });
  expect(code).toBe(2);
  expect(errors).toMatch(/^a\/suite\.yaml:\d+:\d+\n {2}error syntax: /);
  expect((await run(["test", "b/values.yaml"], { folder })).errors).toMatch(/^b\/values\.yaml:1:\d+\n {2}error /);
  expect((await run(["test", "b"], { folder })).errors).toContain("error no-suites");
});
