import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { findFiles } from "./find-files.js";

const find = (workingDirectory: string, inputs: readonly string[], exclude: readonly string[] = []) => {
  const { files, problems } = findFiles(inputs, { workingDirectory, exclude });
  return {
    names: files.map(({ name }) => name),
    problems: problems.map(({ file, message, severity }) => `${file}: ${message} (${severity})`),
  };
};

const TREE = {
  "b.yaml": "",
  "a.yml": "",
  "c.json": "",
  "readme.md": "",
  "A.YAML": "",
  "apps/shop/web.yaml": "",
  "apps/shop/values.yaml": "",
  "apps/base.yaml": "",
  ".git/config.yaml": "",
  "node_modules/x/y.yaml": "",
};

test("a folder stands for its manifests at any depth, in the order of the names", () => {
  expect(find(makeFolder(TREE), ["."])).toEqual({
    names: ["A.YAML", "a.yml", "apps/base.yaml", "apps/shop/values.yaml", "apps/shop/web.yaml", "b.yaml", "c.json"],
    problems: [],
  });
});

test("a file stands for itself, whatever its name, also in a hidden folder", () => {
  expect(find(makeFolder(TREE), ["readme.md", ".git/config.yaml"]).names).toEqual(["readme.md", ".git/config.yaml"]);
});

test("the order of the inputs is kept, and each file is there once", () => {
  expect(find(makeFolder(TREE), ["c.json", "apps", "./c.json", "apps/base.yaml"]).names).toEqual([
    "c.json",
    "apps/base.yaml",
    "apps/shop/values.yaml",
    "apps/shop/web.yaml",
  ]);
});

test.each<[glob: string, names: string[]]>([
  ["*.yaml", ["b.yaml"]],
  ["apps/**/*.yaml", ["apps/base.yaml", "apps/shop/values.yaml", "apps/shop/web.yaml"]],
  ["apps/*", ["apps/base.yaml", "apps/shop/values.yaml", "apps/shop/web.yaml"]],
  ["{a,b}.*", ["a.yml", "b.yaml"]],
])("the glob %s finds %j", (glob, names) => {
  expect(find(makeFolder(TREE), [glob])).toEqual({ names, problems: [] });
});

test("an absolute glob is matched with absolute paths", () => {
  const folder = makeFolder(TREE);
  expect(find(join(folder, "apps"), [`${folder}/*.yaml`]).names).toEqual(["../b.yaml"]);
});

test("a file whose name looks like a glob is a file", () => {
  expect(find(makeFolder({ "a[1].yaml": "", "a1.yaml": "" }), ["a[1].yaml"]).names).toEqual(["a[1].yaml"]);
});

test.each<[exclude: string, names: string[]]>([
  ["*.json", ["A.YAML", "a.yml", "apps/base.yaml", "apps/shop/values.yaml", "apps/shop/web.yaml", "b.yaml"]],
  ["values.yaml", ["A.YAML", "a.yml", "apps/base.yaml", "apps/shop/web.yaml", "b.yaml", "c.json"]],
  ["apps", ["A.YAML", "a.yml", "b.yaml", "c.json"]],
  ["apps/shop", ["A.YAML", "a.yml", "apps/base.yaml", "b.yaml", "c.json"]],
])("without %s there are %j", (exclude, names) => {
  expect(find(makeFolder(TREE), ["."], [exclude]).names).toEqual(names);
});

test("patterns to leave out count from the working directory and from the input", () => {
  const folder = makeFolder(TREE);
  expect(find(join(folder, "apps"), [".."], ["apps/*"]).names).not.toContain("../apps/base.yaml");
});

test.each<[input: string, exclude: string]>([
  ["apps/shop/web.yaml", "web.yaml"],
  ["apps/shop/web.yaml", "apps/shop/*"],
  ["apps/shop", "shop"],
])("%s is named and left out by %s: an error, and the rest is found", (input, exclude) => {
  expect(find(makeFolder(TREE), [input, "b.yaml"], [exclude])).toEqual({
    names: ["b.yaml"],
    problems: [`${input}: the path is named, but a pattern to leave out matches it (error)`],
  });
});

test("no pattern leaves out `.` or `..` for what these folders are called", () => {
  const folder = makeFolder({ "a.yaml": "", "apps/readme.md": "" });
  expect(find(folder, ["."], ["ostiary-test-*"])).toEqual({ names: ["a.yaml"], problems: [] });
  expect(find(join(folder, "apps"), [".."], ["ostiary-test-*"])).toEqual({ names: ["../a.yaml"], problems: [] });
});

test("the working directory is called `.`", () => {
  expect(find(makeFolder(), ["."]).problems).toEqual([".: the folder holds no .yaml, .yml or .json file (error)"]);
});

test("what leads nowhere is an error, and the rest is found", () => {
  const folder = makeFolder({ "a.yaml": "", "empty/readme.md": "" });
  symlinkSync("nowhere.yaml", join(folder, "dangling.yaml"));
  symlinkSync("self.yaml", join(folder, "self.yaml"));
  const long = "x".repeat(300);
  expect(find(folder, ["missing.yaml", "a.yaml/b.yaml", long, "empty", "none/*.yaml", "*.json", "."])).toEqual({
    names: ["a.yaml"],
    problems: [
      "missing.yaml: no such file or folder (error)",
      "a.yaml/b.yaml: a part of the path is not a folder (error)",
      `${long}: the path is too long (error)`,
      "empty: the folder holds no .yaml, .yml or .json file (error)",
      "none/*.yaml: the pattern matches no .yaml, .yml or .json file (error)",
      "*.json: the pattern matches no .yaml, .yml or .json file (error)",
      "dangling.yaml: no such file or folder (error)",
      "self.yaml: the link leads in circles (error)",
    ],
  });
});

test("a link to a folder is followed, but not back into the folder it lies in", () => {
  const folder = makeFolder({ "apps/a.yaml": "", "elsewhere/b.yaml": "" });
  symlinkSync("../elsewhere", join(folder, "apps", "link"));
  symlinkSync("..", join(folder, "apps", "up"));
  expect(find(folder, ["apps"])).toEqual({
    names: ["apps/a.yaml", "apps/link/b.yaml"],
    problems: ["apps/up/apps: the link leads back to a folder that it lies in (error)"],
  });
});

test("standard input is an input like any other", () => {
  const { files } = findFiles(["-", "-"], { workingDirectory: makeFolder() });
  expect(files).toEqual([{ name: "-", path: "-", size: undefined }]);
});
