import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { GOOD_POD } from "../../test/manifests.js";
import { assign, OWNER } from "../../test/mutators.js";
import { run } from "../../test/run.js";

const FILES = { "pod.yaml": GOOD_POD, "m/owner.yaml": OWNER };
const MUTATED = GOOD_POD.replace("name: good\n", "name: good\n  labels:\n    owner: shop\n");

test("what becomes of objects is printed, and nothing else", async () => {
  const { code, output, errors } = await run(["mutate", "pod.yaml", "-m", "m"], { folder: makeFolder(FILES) });
  expect([code, output, errors]).toEqual([0, MUTATED, ""]);
});

test("standard input is mutated by what it holds itself", async () => {
  const { output } = await run(["mutate", "-"], { input: `${OWNER}---\n${GOOD_POD}` });
  expect(output).toBe(MUTATED);
});

test("files are changed in place, once", async () => {
  const folder = makeFolder(FILES);
  for (const _turn of [1, 2]) {
    const { code, output } = await run(["mutate", ".", "--in-place"], { folder });
    expect([code, output, readFileSync(join(folder, "pod.yaml"), "utf8")]).toEqual([0, "", MUTATED]);
    expect(readFileSync(join(folder, "m/owner.yaml"), "utf8")).toBe(OWNER);
  }
});

test("the trace tells where what was changed, on standard error", async () => {
  const words = ["mutate", "pod.yaml", "-m", "m", "--trace", "-o", "diff"];
  const { errors } = await run(words, { folder: makeFolder(FILES) });
  expect(errors).toBe('pod.yaml:4:3 AssignMetadata `owner` set metadata.labels.owner: "shop" (iteration 1)\n');
});

const EXTERNAL = `apiVersion: mutations.gatekeeper.sh/v1
kind: Assign
metadata: {name: digest}
spec:
  applyTo: [{groups: [""], versions: [v1], kinds: [Pod]}]
  location: "spec.containers[name:*].image"
  parameters: {assign: {externalData: {provider: digests, failurePolicy: Fail}}}
`;

test("providers are answered from a file; without it the object is refused", async () => {
  const folder = makeFolder({
    "pod.yaml": GOOD_POD,
    "m.yaml": EXTERNAL,
    "answers.yaml": "digests:\n  registry.example.com/app:1: registry.example.com/app@sha256:0\n",
  });
  const words = ["mutate", "pod.yaml", "-m", "m.yaml"];
  expect((await run([...words, "--providers", "answers.yaml"], { folder })).output).toContain("app@sha256:0\n");
  const { code, errors } = await run(words, { folder });
  expect(code).toBe(1);
  expect(errors).toContain("failed to find external data provider digests in responses");
});

test.each<[words: string[], code: number]>([
  [["pod.yaml", "-m", "broken.yaml"], 2],
  [["missing.yaml"], 2],
  [["pod.yaml", "-m", "fails.yaml"], 1],
  [["pod.yaml", "-m", "fails.yaml", "-m", "broken.yaml"], 2],
])("mutate %j ends with %i", async (words, code) => {
  const folder = makeFolder({
    ...FILES,
    "broken.yaml": assign("b", "spec.", 1),
    "fails.yaml": assign("f", "spec.containers.x", 1),
  });
  expect((await run(["mutate", ...words], { folder })).code).toBe(code);
});

test.each<[words: string[], message: string]>([
  [[], "nothing to mutate"],
  [["a.yaml", ""], "a path is empty"],
  [["-", "--in-place"], "standard input cannot be changed in place"],
  [["a.yaml", "--in-place", "-o", "diff"], "`--in-place` prints nothing"],
  [["a.yaml", "--providers", "none.yaml"], "`none.yaml`: no such file or folder"],
  [["a.yaml", "--namespace-labels", "a"], "`--namespace-labels` takes `name=value`"],
  [["a.yaml", "--operation", "DELETE"], "Allowed choices are CREATE, UPDATE"],
])("mutate %j is a wrong call", async (words, message) => {
  const { code, output, errors } = await run(["mutate", ...words]);
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain(message);
});

test("where nothing mutates, that is an error: nobody meant it", async () => {
  const { code, output, errors } = await run(["mutate", "pod.yaml"], { folder: makeFolder(FILES) });
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain("no-mutators: there is no mutator here");
});

test.each<[words: string[], output: string]>([
  [["pod.yaml", "-m", "missing.yaml"], ""],
  [["pod.yaml", "-m", "broken.yaml"], ""],
  [["pod.yaml", "-m", "m", "-m", "invalid.yaml"], ""],
  [["pod.yaml", "-m", "missing.yaml", "-o", "json-patch"], "[]\n"],
])(
  "mutate %j prints no object: it may be piped into a cluster, and something that mutates is missing",
  async (words, output) => {
    const folder = makeFolder({
      ...FILES,
      "broken.yaml": "a: [",
      "invalid.yaml":
        "apiVersion: mutations.gatekeeper.sh/v1\nkind: Assign\nmetadata: {name: a}\nspec: {location: 5}\n",
    });
    const result = await run(["mutate", ...words], { folder });
    expect([result.code, result.output]).toEqual([2, output]);
  },
);

test("input without any object is an error", async () => {
  const folder = makeFolder(FILES);
  const { code, output, errors } = await run(["mutate", "-", "-m", "m"], { folder, input: "# nothing\n" });
  expect([code, output]).toEqual([2, "# nothing\n"]);
  expect(errors).toContain("no-objects: there is no object to mutate");
});
