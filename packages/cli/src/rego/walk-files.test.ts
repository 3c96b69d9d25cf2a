import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { walkFiles } from "./walk-files.js";

const FILES = { "a/x.rego": "", "a/b/c/y.json": "", "a/b/.z.yaml": "", "a/skip.rego": "" };

const walkIn = (folder: string, path: string, ignore: readonly string[] = []) => {
  const problems: string[] = [];
  const report = (name: string, message: string): void => {
    problems.push(`${name}: ${message}`);
  };
  const files = [...walkFiles(path, { workingDirectory: folder, ignore, report })];
  return { files: files.map(({ name, folders }) => `${name} ${folders.join("/")}`), problems };
};

test("files are found at any depth, with the folders between", () => {
  const folder = makeFolder(FILES);
  expect(walkIn(folder, "a").files).toEqual(["a/b/.z.yaml b", "a/b/c/y.json b/c", "a/skip.rego ", "a/x.rego "]);
  expect(walkIn(folder, "a/x.rego").files).toEqual(["a/x.rego "]);
  expect(walkIn(join(folder, "a"), ".").files).toContain("b/c/y.json b/c");
});

test("names can be left out, of files and of folders, but not what was asked for", () => {
  const folder = makeFolder(FILES);
  expect(walkIn(folder, "a", ["skip*", "c", ".*"]).files).toEqual(["a/x.rego "]);
  expect(walkIn(folder, "a/skip.rego", ["skip*"]).files).toEqual(["a/skip.rego "]);
});

test("what is not there, and a link that leads in circles, is reported", () => {
  const folder = makeFolder(FILES);
  symlinkSync(join(folder, "a"), join(folder, "a/b/loop"));
  symlinkSync(join(folder, "nowhere"), join(folder, "a/dangling"));
  expect(walkIn(folder, "gone").problems).toEqual(["gone: no such file or folder"]);
  expect(walkIn(folder, "a").problems).toEqual([
    "a/b/loop: the link leads back to a folder that it lies in",
    "a/dangling: no such file or folder",
  ]);
});

test("an empty path is reported: it would mean everything", () => {
  expect(walkIn(makeFolder(FILES), "")).toEqual({
    files: [],
    problems: ['"": the path is empty: the working directory is `.`'],
  });
});

test("an empty folder has no files", () => {
  const folder = makeFolder();
  mkdirSync(join(folder, "empty"));
  expect(walkIn(folder, "empty")).toEqual({ files: [], problems: [] });
});
