import { expect, it } from "vitest";
import { EXPANSION, makePod, makeRefusal, REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { memoryFiles } from "../../test/suite-files.js";
import { readSuiteConstraint, readSuiteExpansions, readSuiteObjects, readSuiteTemplate } from "./suite-documents.js";

const files = memoryFiles({
  template: [REFUSE_TEMPLATE],
  newer: [{ ...REFUSE_TEMPLATE, apiVersion: "templates.gatekeeper.sh/v9" }],
  constraint: [makeRefusal()],
  expansions: [EXPANSION, EXPANSION],
  mixed: [EXPANSION, makePod("p")],
  pods: [makePod("p")],
  none: [],
  broken: "yaml: no",
});

const say = (outcome: ReturnType<typeof readSuiteTemplate> | ReturnType<typeof readSuiteObjects>): unknown =>
  outcome.ok ? outcome.value : outcome.error.message;

it("documents of the right kind are read", () => {
  expect(say(readSuiteTemplate(files, "template"))).toEqual(REFUSE_TEMPLATE);
  expect(say(readSuiteConstraint(files, "constraint"))).toEqual(makeRefusal());
  expect(say(readSuiteExpansions(files, "expansions"))).toEqual([EXPANSION, EXPANSION]);
  expect(say(readSuiteObjects(files, "pods"))).toEqual([makePod("p")]);
});

it.each([
  ["", "invalid Suite: missing template"],
  ["gone", 'reading ConstraintTemplate from "dir/gone": open gone: gone'],
  ["broken", 'adding template: parsing ConstraintTemplate YAML from "dir/broken": yaml: no'],
  ["pods", 'path "dir/pods": not a ConstraintTemplate'],
  [
    "newer",
    'path "dir/newer": adding template: no kind "ConstraintTemplate" is registered for version "templates.gatekeeper.sh/v9" in scheme "pkg/runtime/scheme.go:111"',
  ],
])("%j is no template", (path, message) => {
  expect(say(readSuiteTemplate(files, path))).toBe(message);
});

it.each([
  ["", "invalid Suite: missing constraint"],
  ["gone", 'reading Constraint from "dir/gone": open gone: gone'],
  ["broken", 'adding constraint: parsing Constraint from "dir/broken": yaml: no'],
  ["pods", "not a Constraint"],
])("%j is no constraint", (path, message) => {
  expect(say(readSuiteConstraint(files, path))).toBe(message);
});

it.each([
  ["gone", 'reading ExpansionTemplate from "dir/gone": open gone: gone'],
  ["broken", 'reading "dir/broken": invalid yaml: yaml: no'],
  ["none", 'not an Expansion Template: "dir/none"'],
  ["mixed", 'not an Expansion Template: "dir/mixed"'],
])("%j are no expansions", (path, message) => {
  expect(say(readSuiteExpansions(files, path))).toBe(message);
});

it.each([
  ["gone", "open gone: gone"],
  ["broken", 'reading "dir/broken": invalid yaml: yaml: no'],
  ["none", 'missing objects: path "dir/none" defines no YAML objects'],
])("%j are no objects", (path, message) => {
  expect(say(readSuiteObjects(files, path))).toBe(message);
});
