import { expect, test } from "vitest";
import { SUITE } from "../../test/suite-results.js";
import { countOutcomes } from "./run-result.js";

test("cases count, and tests without any", () => {
  expect(countOutcomes([SUITE])).toEqual({ passed: 1, failed: 1, error: 1, skipped: 1 });
  expect(countOutcomes([])).toEqual({ passed: 0, failed: 0, error: 0, skipped: 0 });
});
