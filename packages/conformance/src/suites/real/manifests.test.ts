import { join } from "node:path";
import { expect, it } from "vitest";
import { writeCollection } from "../../../test/write-collection.js";
import { Manifests, nameDocument } from "./manifests.js";

const STREAM =
  "kind: A\n---\n# nothing\n---\napiVersion: v1\nkind: List\nitems: [{kind: B}, {kind: C}]\n---\n{{ bad }}\n";

it("names the documents of a file, the items of lists among them", () => {
  const manifests = new Manifests(writeCollection({ "shop/a.yaml": STREAM }));
  const documents = manifests.read("shop/a.yaml");
  expect([...documents].map(([name, { kind }]) => [name, kind])).toEqual([
    ["shop/a.yaml#0", "object"],
    ["shop/a.yaml#1", "list"],
    ["shop/a.yaml#1.0", "object"],
    ["shop/a.yaml#1.1", "object"],
    ["shop/a.yaml#2", "unreadable"],
  ]);
  expect(manifests.find({ file: "shop/a.yaml", document: 1, item: 1 })).toMatchObject({ value: { kind: "C" } });
  expect(manifests.find({ file: "shop/a.yaml", document: 3 })).toBeUndefined();
});

it("reads a file once", () => {
  const folder = writeCollection({ "a.yaml": STREAM });
  const manifests = new Manifests(folder);
  expect(manifests.read("a.yaml")).toBe(manifests.read("a.yaml"));
});

it("does not pass over a file that is missing", () => {
  expect(() => new Manifests(join("/does", "not", "exist")).read("a.yaml")).toThrow("a.yaml: no such file or folder");
});

it.each([
  [{ file: "a.yaml", document: 0 }, "a.yaml#0"],
  [{ file: "a.yaml", document: 1, item: 0 }, "a.yaml#1.0"],
])("names %j", (place, name) => {
  expect(nameDocument(place)).toBe(name);
});
