import { expect, test } from "vitest";
import { editDistance, isNearly } from "./edit-distance.js";

test.each<[one: string, other: string, distance: number]>([
  ["", "", 0],
  ["a", "", 1],
  ["same", "same", 0],
  ["kitten", "sitting", 3],
  ["runAsNonRot", "runAsNonRoot", 1],
])("from `%s` to `%s` it takes %i letters", (one, other, distance) => {
  expect([editDistance(one, other), editDistance(other, one)]).toEqual([distance, distance]);
});

test.each<[text: string, name: string, expected: boolean]>([
  ["securitypolicy", "SecurityPolicy", true],
  ["SecurtyPolcy", "SecurityPolicy", true],
  ["SecurityPol", "SecurityPolicy", true],
  ["SecurityPo", "SecurityPolicy", false],
  ["NetworkPolicy", "SecurityPolicy", false],
  ["x".repeat(10_000_000), "SecurityPolicy", false],
])("whether `%.20s` is nearly `%s`: %s", (text, name, expected) => {
  expect(isNearly(text, name)).toBe(expected);
});
