import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { withoutRoot } from "./find-suites.js";
import { suiteFolder } from "./suite-folder.js";

const make = () => {
  const folder = makeFolder({ "s/suite.yaml": "", "pod.yaml": "kind: A\n---\nkind: B\n", "bad.yaml": "a: [" });
  return { folder, files: suiteFolder(join(folder, "s/suite.yaml")) };
};

it("paths are relative to the suite", () => {
  const { folder, files } = make();
  expect(files.name("../pod.yaml")).toBe(withoutRoot(join(folder, "pod.yaml")));
  expect(files.readOne("../pod.yaml")).toEqual({ ok: true, value: { kind: "A" } });
  expect(files.readAll("../pod.yaml")).toEqual({ ok: true, value: [{ kind: "A" }, { kind: "B" }] });
});

it("a file that is not there differs from one that cannot be understood", () => {
  const { folder, files } = make();
  const message = `open ${withoutRoot(join(folder, "s/gone"))}: no such file or directory`;
  expect(files.readAll("gone")).toEqual({ ok: false, error: { code: "unreadable", message } });
  expect(files.readOne("../bad.yaml")).toMatchObject({ error: { code: "invalid-yaml" } });
});
