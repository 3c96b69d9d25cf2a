import { RELEASES as KNOWN } from "@ostiary/rules/deckhouse";
import { expect, test } from "vitest";
import { RELEASES } from "./clusters.js";

test("the releases are those whose rules are known", () => {
  expect(RELEASES).toEqual(KNOWN);
});
