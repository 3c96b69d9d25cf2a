import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { CONSTRAINT, POD, TEMPLATE } from "../../test/gator-policies.js";
import { run } from "../../test/run.js";

const suite = (violations: string): string => `apiVersion: test.gatekeeper.sh/v1alpha1
kind: Suite
tests:
- name: refuses
  template: t.yaml
  constraint: c.yaml
  cases:
  - name: bad
    object: pod.yaml
    assertions:
    - violations: ${violations}
`;

const files = {
  "t.yaml": TEMPLATE,
  "c.yaml": CONSTRAINT,
  "pod.yaml": POD,
  "good.yaml": suite("yes"),
  "bad.yaml": suite("no"),
};
const verify = async (...words: readonly string[]) => {
  const { output, ...rest } = await run(["gator", "verify", ...words], { folder: makeFolder(files) });
  return { ...rest, output: output.replaceAll(/\d\.\d{3}s/g, "<t>") };
};

it("a suite that passes exits with 0", async () => {
  expect(await verify("good.yaml")).toEqual({ code: 0, output: "ok\tgood.yaml\t<t>\nPASS\n\n", errors: "" });
});

it("a suite that fails exits with 1", async () => {
  const { code, output, errors } = await verify(".");
  expect([code, errors]).toEqual([1, "Error: FAIL\n"]);
  expect(output).toContain("want none: got messages [web is bad]");
});

it("tests can be chosen, and everything told", async () => {
  expect((await verify("bad.yaml", "-v", "--run", "//good")).output).toBe(
    "=== RUN   refuses\n    === SKIP  bad\n--- PASS: refuses\t(<t>)\nok\tbad.yaml\t<t>\nPASS\n\n",
  );
});

it("with --trace it is told how rules were evaluated in each case", async () => {
  expect((await verify("good.yaml", "-t")).output).toMatch(/^TRACE: bad\t.*Enter/);
});

it.each([
  [["a", "b"], "Error: accepts 1 arg(s), received 2"],
  [["gone"], "Error: listing test files: stat "],
  [
    ["gone", "--default-k8s-native-validation-failure-policy=x"],
    "Error: invalid default K8sNativeValidation failure policy: ",
  ],
  [["good.yaml", "--run", "("], "Error: compiling filter: invalid test filter: "],
])("%j fails", async (words, message) => {
  const { code, errors } = await verify(...words);
  expect(code).toBe(1);
  expect(errors).toContain(message);
});
