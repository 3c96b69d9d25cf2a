import { expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "watches-every-kind";

it.each([
  ["requiredLabels", "labels"],
  ["requiredAnnotations", "annotations"],
])("without kinds %s are required of every object", (field, part) => {
  const policy = (fields: object) => makeOperationPolicy({ [field]: { [part]: [{ key: "team" }], ...fields } });
  expect(lintInEach(CODE, policy({}))).toEqual(Array(3).fill([`spec.policies.${field} refused`]));
  expect(lintInEach(CODE, policy({ watchKinds: ["/Pod"] }))).toEqual([[], [], []]);
  expect(lintInEach(CODE, makeOperationPolicy({}))).toEqual([[], [], []]);
});
