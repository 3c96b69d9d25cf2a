import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { loadPolicies } from "./load-policies.js";
import { requirePolicies } from "./require-policies.js";

const problemsOf = (files: Readonly<Record<string, string>>, data: readonly string[], ignore: readonly string[] = []) =>
  requirePolicies(loadPolicies({ data, ignore, workingDirectory: makeFolder(files) }), data).problems;

test("files without any policy are a problem", () => {
  expect(problemsOf({ "a/a.json": "{}", "b/b.yaml": "{}" }, ["a", "b"])).toEqual([
    "a, b: no policies: no file that ends in .rego",
  ]);
});

test("policies that are all left out are a problem", () => {
  expect(problemsOf({ "a/a.rego": "package a\n" }, ["a"], ["*.rego"])).toHaveLength(1);
});

test("one policy is enough", () => {
  expect(problemsOf({ "a/a.json": "{}", "b/b.rego": "package b\n" }, ["a", "b"])).toEqual([]);
});

test("what cannot be read is told alone", () => {
  expect(problemsOf({}, ["missing"])).toEqual(["missing: no such file or folder"]);
});
