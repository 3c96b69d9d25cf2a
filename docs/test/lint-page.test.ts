import { readFileSync } from "node:fs";
import { RELEASES } from "@ostiary/rules/deckhouse";
import { expect, it } from "vitest";
import { EXCEPTION_RISKS } from "../../packages/core/src/lint/exception-risks.js";
import { LINT_RULES } from "../../packages/core/src/lint/lint-policies.js";

const page = readFileSync(new URL("../guide/lint.md", import.meta.url), "utf8");

it("the page lists every kind of finding, and no other", () => {
  const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  const exceptions = RELEASES.flatMap((release) => EXCEPTION_RISKS[release].map(({ code }) => code));
  const known = [...LINT_RULES.map(({ code }) => code), ...exceptions, "exception-not-needed"];
  expect([...listed].sort()).toEqual([...new Set(known)].sort());
});
