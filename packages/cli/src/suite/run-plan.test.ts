import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { gatorSuite, POLICY_FILES } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { readSuites } from "./read-suites.js";
import { createRunner, type RunPlan } from "./run-plan.js";

const runPlanned = (plan: Partial<RunPlan>) => {
  const workingDirectory = makeFolder({ ...POLICY_FILES, "suite.yaml": gatorSuite("{}") });
  const [suite] = readSuites(findFiles(["suite.yaml"], { workingDirectory }).files).suites;
  if (suite === undefined) throw new Error("no suite");
  return createRunner({ coverage: "none", workingDirectory, ...plan })(suite);
};

test.each<[filter: string | undefined, outcome: string]>([
  [undefined, "passed"],
  ["^owners$//unowned", "passed"],
  ["nobody", "skipped"],
])("with the filter %s the suite has %s", (filter, outcome) => {
  expect(runPlanned({ filter }).result.tests).toMatchObject([{ outcome }]);
});

test("what is evaluated is recorded where that is planned, by names from the working directory on", () => {
  expect(runPlanned({}).marks.size).toBe(0);
  const { marks } = runPlanned({ coverage: "recorded" });
  expect([...marks.values()]).toMatchObject([{ file: "template.yaml", marks: { evaluated: new Set([16, 17, 18]) } }]);
});

test("a filter that is none is told before anything is run", () => {
  expect(() => createRunner({ filter: "(", coverage: "none", workingDirectory: "/" })).toThrow("`--run`: ");
});
