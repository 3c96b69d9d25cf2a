import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { findSuites, withoutRoot } from "./find-suites.js";

const SUITE = "apiVersion: test.gatekeeper.sh/v1alpha1\nkind: Suite\n";
const FILES = {
  "some-suites/suite.yaml": SUITE,
  "some-suites/pod.yaml": "kind: Pod\n",
  "some-suites/deep/suite.yml": SUITE,
  "some-suites/suite.json": "no",
  "a.txt": SUITE,
  "broken/x.yaml": "a: [",
  "wrong/x.yaml": `${SUITE}tests: 1\n`,
};

const find = (path: string) => {
  const folder = makeFolder(FILES);
  const found = findSuites(path, folder);
  const general = (text: string) => text.replaceAll(folder, "<dir>").replaceAll(withoutRoot(folder), "<dir*>");
  return found.ok ? found.value.map(({ title }) => general(title)) : general(found.error.message);
};

it.each([
  ["some-suites/suite.yaml", ["some-suites/suite.yaml"]],
  ["some-suites", ["some-suites/suite.yaml"]],
  ["some-suites/", ["some-suites/suite.yaml"]],
  ["./some-suites/...", ["./some-suites/deep/suite.yml", "./some-suites/suite.yaml"]],
  ["some-suites/pod.yaml", []],
  ["some-suites/deep", ["some-suites/deep/suite.yml"]],
])("%s stands for %j", (path, titles) => {
  expect(find(path)).toEqual(titles);
});

it.each([
  ["gone", "stat <dir*>/gone: no such file or directory"],
  ["a.txt", 'unsupported extension: ".txt"'],
  [
    "some-suites/suite.yaml/...",
    'can only recursively traverse directories, not a directory: "<dir*>/some-suites/suite.yaml"',
  ],
  [
    "broken",
    'invalid yaml: parsing yaml file "<dir*>/broken/x.yaml": yaml: line 1: did not find expected node content',
  ],
  ["wrong", "invalid yaml: json: cannot unmarshal number into Go struct field Suite.tests of type []verify.Test"],
])("%s is refused", (path, message) => {
  expect(find(path)).toBe(message);
});

it("below the working directory titles begin with the dot, as gator's do", () => {
  const folder = makeFolder({ "suite.yaml": SUITE });
  const found = findSuites("./...", folder);
  expect(found.ok && found.value.map(({ title }) => title)).toEqual([`.${join(folder, "suite.yaml")}`]);
});
