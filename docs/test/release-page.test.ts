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

it("every kind of constraint has the numbers of its behaviours", () => {
  expect(page).toContain("| `D8RequiredProbes` | [`requiredProbes`](./requiredProbes.md) | 1 | 1 | 1 |");
  expect(page).toContain("| `D8AllowedHostPaths` | [`allowedHostPaths`](./allowedHostPaths.md) | 1 | 2 | 3 |");
  expect(page).toContain("(./replicaLimits.md) | 1 (made as 1) | 1 (made as 2) | 1 (made as 2) |");
  expect(page).toContain("(./allowRbacWildcards.md) | no such constraint | 1 | 1 |");
});

it("fields that differ are told, others are not", () => {
  const [, fields = ""] = page.split(/^## (?:Fields that differ|Behaviours)$/m);
  expect(fields).toContain("[`allowRbacWildcards`](./allowRbacWildcards.md) | SecurityPolicy | since 1.76 |");
  expect(fields).not.toContain("(./checkContainerDuplicates.md)");
});
