import { expect, expectTypeOf, it } from "vitest";
import type { ListDocument, ManifestDocument, ObjectDocument, UnreadableDocument } from "./manifest-document.js";
import { readManifests } from "./read-manifests.js";

it("is told apart by its kind", () => {
  expectTypeOf<Extract<ManifestDocument, { kind: "object" }>>().toEqualTypeOf<ObjectDocument>();
  expectTypeOf<Extract<ManifestDocument, { kind: "list" }>>().toEqualTypeOf<ListDocument>();
  expectTypeOf<Extract<ManifestDocument, { kind: "unreadable" }>>().toEqualTypeOf<UnreadableDocument>();
  const kinds = [...readManifests("{kind: List, apiVersion: v1, items: [{}]}\n---\n[")].map(({ kind }) => kind);
  expect(kinds).toEqual(["list", "object", "unreadable"]);
});

it("has a value unless it is unreadable", () => {
  expectTypeOf<UnreadableDocument>().not.toHaveProperty("value");
  expect([...readManifests("[")][0]).not.toHaveProperty("value");
});
