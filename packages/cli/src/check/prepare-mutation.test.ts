import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, GOOD_POD } from "../../test/manifests.js";
import { assign } from "../../test/mutators.js";
import { run } from "../../test/run.js";

const check = async (files: Record<string, string>, ...words: string[]) => {
  const { code, output } = await run(["check", ".", "-o", "json", ...words], { folder: makeFolder(files) });
  return { code, report: JSON.parse(output) };
};

const HEAL = assign("heal", "spec.hostNetwork", false);

test("with --mutate an object is judged as mutators make it", async () => {
  const files = { "pod.yaml": BAD_POD, "m.yaml": HEAL };
  expect((await check(files)).code).toBe(1);
  expect((await check(files, "--mutate")).code).toBe(0);
});

test("the pods of a workload are mutated too", async () => {
  const pod = BAD_POD.slice(BAD_POD.indexOf("spec:")).replace(/^/gm, "    ").trimEnd();
  const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  template:\n${pod}\n`;
  const files = { "d.yaml": deployment, "m.yaml": HEAL };
  expect((await check(files)).code).toBe(1);
  expect((await check(files, "--mutate")).code).toBe(0);
});

test("places are those of the source, also of what a mutator has set", async () => {
  const files = { "pod.yaml": GOOD_POD, "m.yaml": assign("harm", "spec.hostPID", true) };
  const { report } = await check(files, "--mutate");
  const [object] = report.objects;
  expect(object.decision.violations[0]).toMatchObject({
    rule: "hostNamespaces",
    findings: [{ path: ["spec", "hostPID"], position: { line: 6, column: 3 } }],
  });
});

test("an object on which a mutator fails is refused, and it is told why", async () => {
  const files = { "pod.yaml": GOOD_POD, "m.yaml": assign("fails", "spec.containers.x", 1) };
  const { code, report } = await check(files, "--mutate");
  expect(code).toBe(1);
  expect(report.objects[0].decision).toMatchObject({
    allowed: false,
    problems: [{ code: "mutation-failed", effect: "deny" }],
  });
});

test("mutators in a folder of policies count, and what is wrong with them is told once", async () => {
  const files = { "a/pod.yaml": BAD_POD, "p/m.yaml": HEAL };
  expect((await run(["check", "a", "-p", "p", "--mutate"], { folder: makeFolder(files) })).code).toBe(0);
  const broken = { "a.yaml": GOOD_POD, "b.yaml": GOOD_POD, "m.yaml": assign("broken", "spec..x", 1) };
  const { code, report } = await check(broken, "--mutate");
  expect(code).toBe(2);
  expect(report.problems).toMatchObject([{ file: "m.yaml", line: 1 }]);
});
