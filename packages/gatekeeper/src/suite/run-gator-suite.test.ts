import { describe, expect, it } from "vitest";
import { EXPANSION, makePod, makeRefusal, REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { memoryFiles } from "../../test/suite-files.js";
import { regoEngine } from "../all-engines/rego-engine.js";
import { NO_FILTER, readSuiteFilter } from "./filter.js";
import { readGatorSuite } from "./gator-suite.js";
import { isFailedTest, runGatorSuite } from "./run-gator-suite.js";

const files = memoryFiles({
  template: [REFUSE_TEMPLATE],
  constraint: [makeRefusal()],
  typed: [makeRefusal({ parameters: { word: 1 } })],
  unknown: [makeRefusal({ more: 1 })],
  expansion: [EXPANSION],
  pod: [makePod("web")],
});

const run = (document: object, filterText = "") => {
  const suite = readGatorSuite(document);
  const filter = readSuiteFilter(filterText);
  if (!suite.ok || !filter.ok) throw new Error("bad suite");
  let time = 0;
  return runGatorSuite(suite.value, {
    files,
    filter: filterText === "" ? NO_FILTER : filter.value,
    engines: (print) => [regoEngine({ print: ({ text }) => print(text) })],
    now: () => time++,
  });
};

const one = (violations: unknown, name = "one") => ({ name, object: "pod", assertions: [{ violations }] });
const test = { name: "t", template: "template", constraint: "constraint" };

describe("a suite is run (gator 3.2)", () => {
  it("with every test and case, and what rules print in each", () => {
    const result = run({ tests: [{ ...test, expansion: "expansion", cases: [one("yes"), one("no", "two")] }] });
    expect(result.tests).toMatchObject([
      {
        name: "t",
        fault: undefined,
        cases: [
          { fault: undefined, printed: ["looking at web"] },
          { fault: expect.anything(), printed: ["looking at web"] },
        ],
      },
    ]);
    expect(result.tests.map(isFailedTest)).toEqual([true]);
    expect(result.milliseconds).toBeGreaterThan(0);
  });

  it("but for what is skipped, or not chosen", () => {
    const cases = [one("no", "a"), { ...one("no", "b"), skip: true }];
    const tests = [
      { ...test, cases },
      { ...test, name: "u", skip: true, cases },
    ];
    const result = run({ tests }, "t//b");
    expect(result.tests).toMatchObject([
      {
        skipped: false,
        cases: [
          { name: "a", skipped: true },
          { name: "b", skipped: true },
        ],
      },
      { skipped: true, cases: [] },
    ]);
    expect(result.tests.some(isFailedTest)).toBe(false);
    expect(run({ skip: true, tests })).toMatchObject({ skipped: true, tests: [] });
  });

  it("and what was recorded of each case is told with it", () => {
    const suite = readGatorSuite({ tests: [{ ...test, cases: [one("yes"), one("yes", "two")] }] });
    if (!suite.ok) throw new Error(suite.error.message);
    let steps = 0;
    const { tests } = runGatorSuite(suite.value, {
      files,
      filter: NO_FILTER,
      engines: () => [
        regoEngine({
          watch: () => ({
            enterQuery: () => {
              steps++;
            },
          }),
        }),
      ],
      takeTrace: () => {
        const trace = `${steps} queries`;
        steps = 0;
        return trace;
      },
      now: () => 0,
    });
    expect(tests[0]?.cases.map(({ trace }) => trace)).toEqual(["1 queries", "1 queries"]);
  });

  it.each([
    ["typed", undefined],
    [
      "unknown",
      "constraint should have failed schema validation: got error invalid Constraint: unknown fields: [spec.more] but want schema validation failed",
    ],
    [
      "constraint",
      "constraint should have failed schema validation: got error %!w(<nil>) but want schema validation failed",
    ],
  ])("in which %s is expected to be invalid, without its cases", (constraint, message) => {
    const [result] = run({ tests: [{ ...test, constraint, invalid: true, cases: [one("no")] }] }).tests;
    expect([result?.fault?.message, result?.cases]).toEqual([message, []]);
  });

  it.each([
    [{ ...test, template: "pod" }, 'path "dir/pod": not a ConstraintTemplate'],
    [{ ...test, expansion: "pod" }, 'not an Expansion Template: "dir/pod"'],
  ])("and what cannot be loaded fails the test: %j", (broken, message) => {
    const [result] = run({ tests: [{ ...broken, cases: [one("yes")] }] }).tests;
    expect([result?.fault?.message, result?.cases]).toEqual([message, []]);
  });
});
