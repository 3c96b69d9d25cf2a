import { expect, it } from "vitest";
import { manifestKinds } from "./gvk-manifest.js";

const expected = [
  { group: "", version: "v1", kind: "Pod" },
  { group: "", version: "v1", kind: "Service" },
  { group: "apps", version: "v1", kind: "Deployment" },
];

it("kinds are read from maps, as Gatekeeper's decoder has them", () => {
  const groups = { "": { v1: ["Pod", "Service"] }, apps: { v1: ["Deployment"] } };
  expect(manifestKinds({ spec: { groups } })).toEqual(expected);
});

it("kinds are read from lists, as its documentation has them", () => {
  const groups = [
    { name: "", versions: [{ name: "v1", kinds: ["Pod", "Service"] }] },
    { name: "apps", versions: [{ name: "v1", kinds: ["Deployment"] }] },
  ];
  expect(manifestKinds({ spec: { groups } })).toEqual(expected);
});

it.each([null, {}, { spec: { groups: 1 } }, { spec: { groups: { a: [] } } }])("%j names none", (document) => {
  expect(manifestKinds(document)).toEqual([]);
});
