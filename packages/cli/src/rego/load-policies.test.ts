import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { jsonText } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { type LoadRequest, loadPolicies } from "./load-policies.js";

const FILES = {
  "policy/a.rego": "package a\n",
  "policy/lib/b.rego": "package b\n",
  "policy/lib/names.json": '{"list": [1.0]}',
  "policy/roles.yaml": "admin: true\n",
  "policy/README.md": "# no policy\n",
  "bundle/data.json": '{"top": 1}',
  "bundle/x/y/data.yaml": "deep: 2\n",
  "bundle/x/other.json": "[1]",
  "bundle/x/c.rego": "package c\n",
};

const load = (request: Omit<LoadRequest, "workingDirectory">, files: Record<string, string | Uint8Array> = FILES) => {
  const { modules, data, problems } = loadPolicies({ ...request, workingDirectory: makeFolder(files) });
  return { files: modules.map(({ file }) => file), data: jsonText(data), problems };
};

describe("policies and documents are loaded from files and folders", () => {
  test("a folder at any depth; a document stands below the names of its folders", () => {
    expect(load({ data: ["policy"] })).toEqual({
      files: ["policy/a.rego", "policy/lib/b.rego"],
      data: '{"admin":true,"lib":{"list":[1.0]}}',
      problems: [],
    });
  });

  test.each([
    [["x.y:policy/roles.yaml"], '{"x":{"y":{"admin":true}}}'],
    [["file://policy/roles.yaml"], '{"admin":true}'],
    [["policy/roles.yaml", "z:bundle/x/other.json"], '{"admin":true,"z":[1]}'],
  ])("%j is %s", (data, expected) => {
    expect(load({ data })).toEqual({ files: [], data: expected, problems: [] });
  });

  test("the drive of an absolute path of Windows is no place for documents", () => {
    expect(load({ data: ["C:\\policies\\a.rego"] }).problems).toEqual(["C:\\policies\\a.rego: no such file or folder"]);
  });

  test("a file is loaded once", () => {
    expect(load({ data: ["policy/a.rego", "policy/a.rego", "policy"] }).files).toEqual([
      "policy/a.rego",
      "policy/lib/b.rego",
    ]);
  });

  test("names can be left out", () => {
    expect(load({ data: ["policy"], ignore: ["lib", "*.yaml"] })).toEqual({
      files: ["policy/a.rego"],
      data: "{}",
      problems: [],
    });
  });

  test("documents can be left aside, however broken; what else is named is then a policy", () => {
    const files = { "a.json": "{", "a.rego": "package a\n", policy: "package b\n" };
    expect(load({ data: ["a.json", "policy", "."], documents: "ignored" }, files)).toEqual({
      files: ["policy", "a.rego"],
      data: "{}",
      problems: [],
    });
  });

  test("a bundle has only documents that are called data", () => {
    expect(load({ bundles: ["bundle"] })).toEqual({
      files: ["bundle/x/c.rego"],
      data: '{"top":1,"x":{"y":{"deep":2}}}',
      problems: [],
    });
  });

  test.each<[request: Omit<LoadRequest, "workingDirectory">, problem: string]>([
    [{ data: ["gone.rego"] }, "gone.rego: no such file or folder"],
    [{ data: ["bundle/x/other.json"] }, "a document that is put at `data` itself must be an object"],
    [{ data: ["policy/roles.yaml", "policy/roles.yaml"] }, "both have a value at one place"],
    [{ data: ["policy/README.md"] }, "a document that is put at `data` itself must be an object"],
    [{ bundles: ["policy/a.rego"] }, "is no folder: packed bundles are not supported"],
    [{ bundles: ["gone"] }, "gone: no such file or folder"],
  ])("%j is a problem", (request, problem) => {
    expect(load(request).problems).toEqual([expect.stringContaining(problem)]);
  });
});

describe("hostile files are problems, each with its name", () => {
  const BINARY = Buffer.from([0x80, 0x00, 0xff]);

  test.each([
    ["a.rego", BINARY, "a.rego: is no text in UTF-8"],
    ["a.json", BINARY, "a.json: is no text in UTF-8"],
    ["a.json", "{", "a.json: "],
    ["a.yaml", "a: [", "a.yaml: yaml: "],
    ["a.json", "[".repeat(20_000), "a.json: "],
    ["a.tar.gz", BINARY, "a.tar.gz: packed bundles are not supported"],
  ])("%s", (file, content, problem) => {
    expect(load({ data: [file] }, { [file]: content }).problems).toEqual([expect.stringContaining(problem)]);
  });

  test("10 MB are read", () => {
    const large = `{"text": "${"x".repeat(10_000_000)}"}`;
    expect(load({ data: ["a.json"] }, { "a.json": large }).data).toHaveLength(10_000_011);
  });

  test("a pipe among the files is passed over: nobody may ever write to it", () => {
    const folder = makeFolder({ "a.rego": "package a\n" });
    execFileSync("mkfifo", [join(folder, "b.rego")]);
    const { modules, problems } = loadPolicies({ data: ["."], workingDirectory: folder });
    expect([modules.length, problems]).toEqual([1, []]);
  });

  test("what leads nowhere is told, the rest is loaded", () => {
    const folder = makeFolder({ "b.rego": "package b\n" });
    symlinkSync(join(folder, "gone"), join(folder, "a.rego"));
    const { modules, problems } = loadPolicies({ data: ["."], workingDirectory: folder });
    expect([modules.length, problems]).toEqual([1, ["a.rego: no such file or folder"]]);
  });
});
