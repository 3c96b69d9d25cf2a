import { expect, test } from "vitest";
import { OPTIONS, RUN, SUITE } from "../../test/suite-results.js";
import { reportResults, TEST_FORMATS } from "./report-results.js";

test("programs are told everything", () => {
  expect(JSON.parse(reportResults("json", RUN, OPTIONS))).toMatchObject({
    suites: [SUITE],
    problems: [{ file: "b.yaml" }],
    summary: { passed: 1, failed: 1, error: 1, skipped: 1 },
  });
});

test.each(TEST_FORMATS)("%s holds nothing where nothing was run", (format) => {
  expect(() => reportResults(format, { suites: [], problems: [] }, OPTIONS)).not.toThrow();
});
