import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { ownSuite, POD } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readSuites } from "./read-suites.js";

const read = (text: string) => {
  const workingDirectory = makeFolder({ "suite.yaml": text });
  return readSuites(findFiles(["suite.yaml"], { workingDirectory }).files);
};

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

test.each([POD, "", "a: [", "\0", "kind: Suite\n", "- 1", "apiVersion: 1\nkind: Suite\n"])(
  "%j is no suite, and passed over",
  (text) => {
    expect(read(text)).toEqual({ suites: [], problems: [] });
  },
);

const BROKEN = "apiVersion: test.ostiary.dev/v1\nkind: Suite\ntests:\n  - name: a\n   level: baseline\n";

test.each([
  ["speaks of our suites", BROKEN, false],
  ["speaks of gator's suites", BROKEN.replace("ostiary.dev", "gatekeeper.sh"), false],
  ["was asked for by its name", BROKEN.replace("test.ostiary.dev", "x"), true],
])("what is broken and %s is told with its place", (_why, text, isNamed) => {
  const workingDirectory = makeFolder({ "suite.yaml": text });
  const { files } = findFiles(["."], { workingDirectory });
  const { suites, problems } = readSuites(files, new Set(isNamed ? files.map(({ path }) => path) : []));
  expect(suites).toEqual([]);
  expect(problems).toMatchObject([{ file: "suite.yaml", severity: "error", code: "syntax", line: 5, column: 4 }]);
});

test("what is no text is told where it was asked for by its name", () => {
  const workingDirectory = makeFolder({ "suite.yaml": "a\0" });
  const { files } = findFiles(["suite.yaml"], { workingDirectory });
  expect(readSuites(files, new Set(files.map(({ path }) => path))).problems).toMatchObject([{ code: "binary" }]);
});

test.each([
  ["a second suite", ownSuite("- {name: a, object: {}, assertions: [{}]}"), "invalid-suite"],
  ["anything else", POD, "invalid-suite"],
  ["something broken", "a: [", "syntax"],
])("behind a suite of ours %s is refused, for it would not be looked at", (_what, second, code) => {
  const suite = ownSuite("- {name: a, object: {}, assertions: [{}]}");
  const { suites, problems } = read(`${suite}\n---\n${second}`);
  expect(suites).toHaveLength(1);
  expect(problems).toMatchObject([{ file: "suite.yaml", severity: "error", code }]);
  expect(problems[0]?.line).toBeGreaterThan(suite.split("\n").length);
});
