import { RELEASES } from "@ostiary/rules/deckhouse";
import { expect, it } from "vitest";
import { verdictOf } from "../scripts/policy-evidence.js";
import { RELEASE_CASES } from "../scripts/release-cases.js";
import { releasePage } from "../scripts/release-page.js";

const page = releasePage().text;

it.each(RELEASE_CASES)("the releases judge, and disagree about: $title", (each) => {
  const verdicts = RELEASES.map((release) => verdictOf(each.object, each, release).verdict);
  expect(verdicts).not.toContain("not judged");
  expect(new Set(verdicts).size).toBeGreaterThan(1);
});

it("every case has a row, and a section that the row leads to", () => {
  RELEASE_CASES.forEach((_, index) => {
    expect(page).toContain(`](#case-${index + 1}) |`);
    expect(page).toContain(`{#case-${index + 1}}\n`);
  });
  expect(page).not.toMatch(/undefined:|\[object/);
});

it("fields that differ are told, others are not", () => {
  expect(page).toContain("[`allowRbacWildcards`](./allowRbacWildcards.md) | SecurityPolicy | since 1.76 |");
  expect(page).not.toContain("(./checkContainerDuplicates.md)");
});
