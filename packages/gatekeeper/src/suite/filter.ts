import { type CompiledRegex, createRe2Engine } from "@ostiary/rego";
import { fail, type Outcome, succeed } from "../outcome.js";

/** Chooses tests and cases by their names. */
export interface SuiteFilter {
  matchesTest(test: { readonly name: string; readonly cases: readonly { readonly name: string }[] }): boolean;
  matchesCase(testName: string, caseName: string): boolean;
}

/** Chooses everything. */
export const NO_FILTER: SuiteFilter = { matchesTest: () => true, matchesCase: () => true };

/**
 * Reads a filter as `gator verify --run` takes it: nothing, for everything; a regular expression that the name of the test or
 * of the case contains; or two of them around `//`, for the test and for the case.
 *
 * @source gatekeeper, pkg/gator/verify/filter.go
 */
export const readSuiteFilter = (text: string): Outcome<SuiteFilter> => {
  if (text === "") return succeed(NO_FILTER);
  const patterns = text.split("//");
  if (patterns.length > 2) return refuse('a filter may include at most one "//"');
  const engine = createRe2Engine();
  const compiled: CompiledRegex[] = [];
  for (const pattern of patterns) {
    const outcome = engine.compile(pattern);
    if (!outcome.ok) return refuse(outcome.message);
    compiled.push(outcome.regex);
  }
  const [first, second] = compiled;
  if (first === undefined) return succeed(NO_FILTER);
  return succeed(second === undefined ? matchEither(first) : matchBoth(first, second));
};

const refuse = (why: string): Outcome<never> => fail("invalid-filter", `invalid test filter: ${why}`);

const matchEither = (regex: CompiledRegex): SuiteFilter => ({
  matchesTest: ({ name, cases }) => regex.test(name) || cases.some((one) => regex.test(one.name)),
  matchesCase: (testName, caseName) => regex.test(caseName) || regex.test(testName),
});

const matchBoth = (test: CompiledRegex, caseRegex: CompiledRegex): SuiteFilter => ({
  matchesTest: ({ name }) => test.test(name),
  matchesCase: (testName, caseName) => caseRegex.test(caseName) && test.test(testName),
});
