import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { GOOD_POD, namespace } from "../../test/manifests.js";
import { assign, OWNER } from "../../test/mutators.js";
import { readMutationFiles } from "./mutation-files.js";

const read = (files: Record<string, string>, inputs: string[], mutatorPaths: string[] = []) =>
  readMutationFiles({
    inputs,
    mutatorPaths,
    exclude: [],
    workingDirectory: makeFolder(files),
    standardInput: Readable.from([]),
  });

test("mutators and Namespaces are found among the objects and beside them", async () => {
  const files = {
    "a.yaml": `${GOOD_POD}---\n${OWNER}`,
    "m/b.yaml": `${assign("b", "spec.x", 1)}---\n${namespace("shop", "baseline")}`,
  };
  const input = await read(files, ["a.yaml"], ["m"]);
  expect(input.files.map(({ name, documents }) => [name, documents.length])).toEqual([["a.yaml", 2]]);
  expect(input.mutators.mutators.map(({ id }) => id.name)).toEqual(["b", "owner"]);
  expect([...input.namespaces.keys()]).toEqual(["shop"]);
  expect(input.problems).toEqual([]);
});

test.each<[string, string, object]>([
  ["a mutator that cannot be read", assign("b", "spec..x", 1), { file: "m.yaml", line: 1, code: "invalid-mutator" }],
  ["a text that is no YAML", "a: [", { file: "m.yaml", line: 1, code: "syntax" }],
  [
    "mutators that conflict",
    `${assign("a", "spec.x.y", 1)}---\n${assign("b", "spec.x[k: v].z", 1)}`,
    { file: "m.yaml", line: 10, code: "schema-conflict" },
  ],
])("%s is told with its place", async (_what, text, problem) => {
  const { mutatorProblems } = await read({ "m.yaml": text, "a.yaml": GOOD_POD }, ["a.yaml"], ["m.yaml"]);
  expect(mutatorProblems).toMatchObject([problem]);
});

test("what is not there is told", async () => {
  expect((await read({}, ["a.yaml"])).problems).toMatchObject([{ file: "a.yaml", message: "no such file or folder" }]);
});
