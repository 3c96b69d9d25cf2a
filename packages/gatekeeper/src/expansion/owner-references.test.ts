import { expect, it } from "vitest";
import { addOwner } from "./owner-references.js";

const parent = { apiVersion: "apps/v1", kind: "Deployment", name: "web" };
const owner = { ...parent, uid: "" };

it.each([
  ["absent", undefined, [owner]],
  ["no list", "text", [owner]],
  ["a list with something else in it", [{ kind: "A" }, 1], [owner]],
  [
    "another one, with fields of its own and of wrong types",
    [{ kind: "A", name: 1, uid: "u", controller: true, blockOwnerDeletion: "yes", more: 1 }],
    [{ apiVersion: "", kind: "A", name: "", uid: "u", controller: true }, owner],
  ],
])("an owner is added where references are %s", (_title, references, expected) => {
  expect(addOwner(references, parent)).toEqual(expected);
});

it("an owner that is there already is not added, whatever its uid", () => {
  expect(addOwner([{ ...owner, uid: "1" }], parent)).toBeUndefined();
});

it.each(["apiVersion", "kind", "name"])("a parent without %s is no owner", (field) => {
  expect(addOwner(undefined, { ...parent, [field]: "" })).toBeUndefined();
});
