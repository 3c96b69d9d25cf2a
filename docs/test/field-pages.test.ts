import { FIELD_CASES } from "@ostiary/fixtures/deckhouse";
import { OPERATION_CONSTRAINTS, RELEASES, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import { expect, it } from "vitest";
import { fieldPages } from "../scripts/field-pages.js";

const pages = new Map(fieldPages().map(({ path, text }) => [path, text]));
const fields = [...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS].flatMap((constraint) =>
  constraint.fields.map(({ name, schema }) => ({ name, schema, constraint: constraint.name })),
);
const pageOf = (name: string): string => pages.get(`policies/${name}.md`) ?? "";

/** The first cell of every row of the table of verdicts behind a heading, and the second: the release, and what becomes of it. */
const verdictsBehind = (heading: string, page: string): readonly (readonly string[])[] => {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const [, rows = ""] = section.split("| release |  | says |\n| --- | --- | --- |\n");
  const cells = [...rows.matchAll(/^\| (.*?) \| (.*?) \|.*$\n?/gmy)];
  return cells.map(([, release = "", verdict = ""]) => [release, verdict]);
};

it("there is a page for every field and an index that leads to it", () => {
  const names = fields.map(({ name }) => name);
  expect([...pages.keys()].sort()).toEqual(["policies/index.md", ...names.map((name) => `policies/${name}.md`)].sort());
  const index = pages.get("policies/index.md") ?? "";
  expect(names.filter((name) => !index.includes(`(./${name}.md)`))).toEqual([]);
});

// Whether an image is signed a registry knows.
const judged = fields.filter(({ name }) => name !== "verifyImageSignatures");

it.each(judged)("the examples of $name pass and fail in every release that has the field", ({ name, schema }) => {
  const expected = (verdict: string) =>
    RELEASES.map((release) => [release, schema[release] === undefined ? "does not have the field" : verdict]);
  expect(verdictsBehind("An object that passes", pageOf(name))).toEqual(expected("passes"));
  expect(verdictsBehind("An object that fails", pageOf(name))).toEqual(expected("refused"));
});

it.each(judged)("the page of $name shows policy and objects, the constraint and what the command says", (field) => {
  const page = pageOf(field.name);
  expect(page.match(/^```yaml$/gm)).toHaveLength(3);
  expect(page).toMatch(/^## What to do\n\n[A-Z].*\.$/m);
  expect(page).toContain(`| Constraint | \`${field.constraint}\` |`);
  expect(page).toMatch(new RegExp(`^ {2}error ${field.name}: `, "m"));
  expect(page).not.toContain("[object");
});

it("what needs facts from outside is not judged", () => {
  const page = pageOf("verifyImageSignatures");
  const verdicts = (heading: string) => verdictsBehind(heading, page).map(([, verdict]) => verdict);
  expect(verdicts("An object that passes")).toEqual(["does not have the field", "passes", "passes"]);
  expect(verdicts("An object that is not judged without facts")).toEqual([
    "does not have the field",
    "not judged",
    "not judged",
  ]);
});

it("every page has the cases of its field, with the verdict of each release", () => {
  for (const { field, cases } of FIELD_CASES) {
    const [, section = ""] = pageOf(field).split("## Cases\n");
    expect(section.match(/^\| (?!object|---)/gm)).toHaveLength(cases().length);
  }
  expect(pageOf("allowedRepos")).toContain('| an empty list | `{"allowedRepos":[]}` | passes | refused | refused |');
});
