import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { SourceDocuments } from "./source-documents.js";

test("files are read from the suite's folder on, once, and objects are what they are", () => {
  const folder = makeFolder({ "a/b.yaml": "x: 1\n---\nx: 2\n" });
  const documents = new SourceDocuments(join(folder, "a"));
  const objects = { ok: true, value: [{ x: 1 }, { x: 2 }] };
  expect(documents.load("b.yaml")).toEqual(objects);
  rmSync(join(folder, "a/b.yaml"));
  expect(documents.load("b.yaml")).toEqual(objects);
  expect(documents.loadAll(["b.yaml", { x: 3 }])).toEqual({ ok: true, value: [{ x: 1 }, { x: 2 }, { x: 3 }] });
});

test.each([
  ["none.yaml", "`none.yaml`: no such file or folder"],
  ["broken.yaml", "`broken.yaml:1:5`: "],
  ["two.yaml", "`two.yaml` holds 2 objects, and one is wanted"],
  ["empty.yaml", "`empty.yaml` holds 0 objects, and one is wanted"],
])("of %s it is told why it is of no use", (name, message) => {
  const folder = makeFolder({ "broken.yaml": "a: [", "two.yaml": "a: 1\n---\na: 2\n", "empty.yaml": "# nothing\n" });
  expect(new SourceDocuments(folder).loadOne(name)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining(message) },
  });
});
