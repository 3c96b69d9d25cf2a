import { expect, test } from "vitest";
import { FIELD_TEXTS, type FieldText } from "./fields.js";
import { renderField } from "./render-field.js";

const render = (id: string, release?: string): string =>
  renderField(FIELD_TEXTS.find((field) => field.id === id) ?? expect.unreachable(), release, (text) => `*${text}*`);

const FIELD: FieldText = {
  id: "maxBolts",
  policy: "OperationPolicy",
  constraint: "D8Bolts",
  summary: "Doors must not have too many bolts.",
  facts: [
    { name: "Field", lines: ["spec.policies.maxBolts: integer"] },
    { name: "Allowed", lines: ["absent,", "numbers up to the limit"] },
  ],
  setting: "maxBolts: 3\n",
  empty: "0",
  passing: "kind: Door\nbolts: 3\n",
  failing: "kind: Door\nbolts: 4\n",
  releases: ["1.66", "1.76"].map((release) => ({
    release,
    isKnown: true,
    messages: ["too many bolts", "no key"],
    empty: "refuses it too",
  })),
};

test("a page says what a field asks, shows a policy, and what each release says and does", () => {
  expect(
    renderField(FIELD, undefined, (text) => `*${text}*`),
  ).toBe(`*maxBolts* (OperationPolicy, makes D8Bolts; in 1.66, 1.76)
Doors must not have too many bolts.

  Field    spec.policies.maxBolts: integer
  Allowed  absent,
           numbers up to the limit

*A policy that asks for it:*
  spec:
    policies:
      maxBolts: 3

*An object that passes:*
  kind: Door
  bolts: 3

*An object that fails:*
  kind: Door
  bolts: 4

  1.66, 1.76  too many bolts
              no key

*With maxBolts: 0 instead:*
  1.66, 1.76  refuses it too
`);
});

test("releases that say the same stand together, others apart; one alone can be asked for", () => {
  const page = render("allowedHostPaths");
  expect(page).toMatch(/^ {2}1\.66 {8}HostPath volume \{/m);
  expect(page).toMatch(/^ {2}1\.76, next {2}HostPath volume is not allowed/m);
  expect(page).toMatch(/^ {2}1\.66 {8}admits it\n {2}1\.76, next {2}refuses it too$/m);
  const alone = render("allowedHostPaths", "1.66");
  expect(alone).toContain("in 1.66, 1.76, next)");
  expect(alone).toMatch(/^ {2}1\.66 {2}admits it$/m);
  expect(alone).not.toContain("refuses it too");
});

test("a release that does not have the field is told", () => {
  const page = render("allowedServiceTypes", "1.66");
  expect(page).toContain("; in 1.76, next)\n");
  expect(page).toContain("\nRelease 1.66 does not have it.\n");
  expect(page).not.toContain("instead");
});

test("fields that make one constraint together are named, with what holds for all of them", () => {
  expect(render("allowHostPID")).toContain("\n*One constraint together with allowHostIPC:*\n  Made  ");
});

test("a field without an example that fails has none", () => {
  const { failing: _, ...without } = FIELD;
  expect(renderField(without, undefined, (text) => text)).not.toContain("fails");
});

test("a field that takes facts shows an object that is not judged", () => {
  expect(render("verifyImageSignatures")).toContain(
    "*An object that is not judged without facts:*\n  apiVersion: v1\n",
  );
});
