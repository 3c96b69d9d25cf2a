import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { gatorSuite, ownSuite, POD } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readSuites } from "./read-suites.js";

const read = (text: string) => {
  const workingDirectory = makeFolder({ "suite.yaml": text });
  return readSuites(findFiles(["suite.yaml"], { workingDirectory }).files);
};

test("a suite of gator is taken as gator takes it: `yes` is a text", () => {
  const { suites, problems } = read(gatorSuite("{violations: yes}", "    invalid: true\n"));
  expect(problems).toEqual([]);
  expect(suites).toMatchObject([
    {
      file: "suite.yaml",
      manner: "gator",
      tests: [{ name: "owners", invalid: true, line: 4, templates: ["template.yaml"] }],
    },
  ]);
  expect(suites[0]?.tests[0]?.cases).toMatchObject([
    { name: "unowned", object: "pod.yaml", line: 9, assertions: [{ violations: "yes" }] },
  ]);
});

test("a matrix makes a case of each of its entries", () => {
  const { suites } = read(
    ownSuite(`- name: c
  object: {a: 1}
  parameters: {key: x, other: 1}
  matrix:
    - {name: one, parameters: {key: z}, assertions: [{violations: no}]}
    - {name: two, parameters: {}, assertions: [{violations: 2}]}
`),
  );
  expect(suites[0]?.tests[0]?.cases).toMatchObject([
    { name: "c/one", parameters: { key: "z", other: 1 }, assertions: [{ violations: "no" }], line: 12 },
    { name: "c/two", parameters: { key: "x", other: 1 }, assertions: [{ violations: 2 }], line: 13 },
  ]);
});

test.each<[string, string, object]>([
  [
    "an unknown field",
    "- {name: a, object: {}, asertions: []}",
    { line: 8, message: expect.stringContaining("asertions") },
  ],
  [
    "a wrong type",
    "- {name: 1, object: {}, assertions: [{}]}",
    { line: 8, column: 16, message: "`tests[0].cases[0].name`: invalid input: expected string, received number" },
  ],
  ["no object", "- {name: a, assertions: [{}]}", { line: 8, message: "a case needs an `object`, or an `oldObject`" }],
  [
    "nothing expected",
    "- {name: a, object: {}}",
    { line: 8, message: "a case needs `assertions`, or `expectObject` or `expectPatch`" },
  ],
  [
    "wrong answers",
    "- {name: a, object: {}, assertions: [{}], providers: {p: 1}}",
    { line: 8, message: "`providers`: the answer of `p` is no object" },
  ],
  [
    "a wrong number",
    "- {name: a, object: {}, assertions: [{violations: -1}]}",
    { line: 8, message: expect.stringContaining("expected number to be >=0") },
  ],
])("%s is told with its place", (_what, cases, problem) => {
  expect(read(ownSuite(cases)).problems).toMatchObject([{ file: "suite.yaml", code: "invalid-suite", ...problem }]);
});

test("a suite of gator whose fields have wrong types is told in gator's words", () => {
  expect(read(gatorSuite("{violations: true}")).problems).toMatchObject([
    { file: "suite.yaml", message: expect.stringContaining("json: cannot unmarshal bool into Go struct field") },
  ]);
});

test.each([POD, "", "a: [", "kind: Suite\n", "- 1", "apiVersion: 1\nkind: Suite\n"])(
  "%j is no suite, and passed over",
  (text) => {
    expect(read(text)).toEqual({ suites: [], problems: [] });
  },
);
