import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { CONSTRAINT, POD, TEMPLATE } from "../../test/gator-policies.js";
import { run } from "../../test/run.js";

const gatorTest = (words: readonly string[], files: Readonly<Record<string, string>>) =>
  run(["gator", "test", ...words], { folder: makeFolder(files) });

const files = { "policies/t.yaml": TEMPLATE, "policies/c.yaml": CONSTRAINT, "pod.yaml": POD };
const all = ["-f", "policies", "-f", "pod.yaml"];
const warned = { ...files, "policies/c.yaml": CONSTRAINT.replace("spec:", "spec:\n  enforcementAction: warn") };

it("violations are told, and one that denies is a failure", async () => {
  expect(await gatorTest(all, files)).toEqual({
    code: 1,
    output: 'v1/Pod web: ["pods"] Message: "web is bad"\n',
    errors: "",
  });
});

it("violations that do not deny are no failure, and can be left out", async () => {
  expect(await gatorTest(all, warned)).toMatchObject({
    code: 0,
    output: 'v1/Pod web: ["pods"] Message: "web is bad"\n',
  });
  expect(await gatorTest([...all, "--deny-only", "-o", "json"], warned)).toMatchObject({ code: 0, output: "null" });
  expect(await gatorTest([...all, "--deny-only"], files)).toMatchObject({
    code: 1,
    output: expect.stringContaining("web is bad"),
  });
});

it("with --verbose it is told what rules print", async () => {
  const template = {
    ...files,
    "policies/t.yaml": TEMPLATE.replace("msg :=", 'print("looking at", input.review.name)\n        msg :='),
  };
  const { output } = await gatorTest([...all, "-v"], template);
  expect(output).toBe('v1/Pod web: ["pods"] Message: "web is bad"\n\nlooking at web\n\n');
  expect((await gatorTest(all, template)).output).not.toContain("looking");
});

it("with --trace it is told how rules were evaluated", async () => {
  const { output } = await gatorTest([...all, "-t", "-o", "json"], files);
  expect(JSON.parse(output)).toMatchObject([{ trace: expect.stringContaining("Eval") }]);
});

it("statistics have a place", async () => {
  const { output } = await gatorTest([...all, "-o", "json", "--stats"], files);
  expect(JSON.parse(output)).toMatchObject({ results: [{ msg: "web is bad" }], stats: [] });
});

it.each([
  [["-f", "gone"], /^reading: /],
  [["-f", "policies/c.yaml"], /^auditing objects: adding constraint "pods": missing ConstraintTemplate/],
  [
    ["--default-k8s-native-validation-failure-policy", "Maybe"],
    /^invalid default K8sNativeValidation failure policy: .*Maybe/,
  ],
])("%j fails", async (words, message) => {
  const { code, errors } = await gatorTest(words, files);
  expect(code).toBe(1);
  expect(errors).toMatch(message);
});
