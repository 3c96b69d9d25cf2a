import { describe, expect, it } from "vitest";
import { writeCollection } from "../test/write-collection.js";
import type { Suite } from "./suite.js";
import { listSuiteFiles, listSuiteFolders } from "./suite-files.js";

const suite: Suite = {
  name: "pss",
  files: () => [{ names: /^v1/, list: () => [{ id: "one", judge: () => ({ kind: "passed" }) }] }],
};

describe("listSuiteFolders", () => {
  it("lists the folders that hold cases, by name", () => {
    const folder = writeCollection({ "real/a.jsonl": [], "pss/a.jsonl": [], "docs/README.md": "", "a.jsonl": [] });
    expect(listSuiteFolders(folder)).toEqual(["pss", "real"]);
  });
});

describe("listSuiteFiles", () => {
  it("lists the files of a suite in the order of their numbers", () => {
    const folder = writeCollection({ "pss/v1.10.jsonl": [], "pss/v1.9.jsonl": [], "pss/README.md": "" });
    const files = listSuiteFiles(folder, "pss", suite);
    expect(files.map(({ suite: name, file }) => [name, file])).toEqual([
      ["pss", "v1.9.jsonl"],
      ["pss", "v1.10.jsonl"],
    ]);
    expect([...(files[0]?.list() ?? [])].map(({ id }) => id)).toEqual(["one"]);
  });

  it("has none where the folder has no such suite", () => {
    expect(listSuiteFiles(writeCollection({}), "pss", suite)).toEqual([]);
  });

  it.each([
    [suite, "the suite does not read this file yet"],
    [undefined, "no suite of this name yet"],
  ])("skips every line of a file that nobody reads", async (known, reason) => {
    const folder = writeCollection({ "pss/other.jsonl": "{}\n{}\n" });
    const [file] = listSuiteFiles(folder, "pss", known);
    const cases = [...(file?.list() ?? [])];
    expect(cases.map(({ id }) => id)).toEqual(["line 1", "line 2"]);
    expect(cases.map(({ judge }) => judge())).toEqual([
      { kind: "skipped", reason },
      { kind: "skipped", reason },
    ]);
  });
});
