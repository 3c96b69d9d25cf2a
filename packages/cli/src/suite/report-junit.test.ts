import { expect, test } from "vitest";
import { OPTIONS, RUN } from "../../test/suite-results.js";
import { reportJunit } from "./report-junit.js";

test("JUnit counts cases, and holds what XML cannot", () => {
  const report = reportJunit(RUN, OPTIONS);
  expect(report).toContain(
    '<testsuite name="a/suite.yaml owners" file="a/suite.yaml" tests="3" failures="1" errors="0" skipped="1" time="0.004">',
  );
  expect(report).toContain(
    '<testcase name="b&lt;ad&gt;" classname="owners" file="a/suite.yaml" line="7" time="0.002"><failure message="want: 1">want: 1\ngot, 2</failure></testcase>',
  );
  expect(report).toContain('<error message="no template">no template</error>');
  expect(report).toContain(
    '<testcase name="x" classname="b.yaml" file="b.yaml" line="3"><error message="m">m</error></testcase>',
  );
});
