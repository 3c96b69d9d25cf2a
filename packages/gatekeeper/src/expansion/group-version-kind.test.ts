import { expect, it } from "vitest";
import {
  apiVersionOf,
  isEmptyKind,
  printGroupVersionKind,
  readGroupVersionKind,
  textField,
} from "./group-version-kind.js";

it.each([
  [
    { apiVersion: "apps/v1", kind: "Deployment" },
    { group: "apps", version: "v1", kind: "Deployment" },
  ],
  [
    { apiVersion: "v1", kind: "Pod" },
    { group: "", version: "v1", kind: "Pod" },
  ],
  [{ kind: "Pod" }, { group: "", version: "", kind: "Pod" }],
  [
    { apiVersion: "/", kind: "Pod" },
    { group: "", version: "", kind: "Pod" },
  ],
  [
    { apiVersion: "a/b/c", kind: "Pod" },
    { group: "", version: "", kind: "" },
  ],
  [
    { apiVersion: 1, kind: null },
    { group: "", version: "", kind: "" },
  ],
])("the kind of %j is %j, as Kubernetes reads it", (object, expected) => {
  expect(readGroupVersionKind(object)).toEqual(expected);
});

it("a kind is empty when no part of it is known", () => {
  expect(isEmptyKind({ group: "", version: "", kind: "" })).toBe(true);
  expect(isEmptyKind({ group: "a", version: "", kind: "" })).toBe(false);
});

it("kinds are written as apiVersion, and as Gatekeeper's messages have them", () => {
  const [pod, deployment] = ["", "apps"].map((group) => ({ group, version: "v1", kind: "Any" }));
  expect([pod, deployment].map((kind) => kind && apiVersionOf(kind))).toEqual(["v1", "apps/v1"]);
  expect([pod, deployment].map((kind) => kind && printGroupVersionKind(kind))).toEqual([
    "/v1, Kind=Any",
    "apps/v1, Kind=Any",
  ]);
});

it("inherited fields are no text", () => {
  expect(textField(Object.create({ kind: "Pod" }), "kind")).toBe("");
});
