import { expect, it } from "vitest";
import { configKinds, syncSetKinds } from "./synced-kinds.js";

const kinds = [
  { group: "apps", version: "v1", kind: "A" },
  { version: "v1", kind: "B" },
];
const expected = [kinds[0], { group: "", version: "v1", kind: "B" }];

it("a SyncSet and a Config name the kinds that are synced", () => {
  expect(syncSetKinds({ spec: { gvks: kinds } })).toEqual(expected);
  expect(configKinds({ spec: { sync: { syncOnly: kinds } } })).toEqual(expected);
});

it.each([null, {}, { spec: 1 }, { spec: { gvks: "x", sync: [] } }])("%j names none", (document) => {
  expect([...syncSetKinds(document), ...configKinds(document)]).toEqual([]);
});
