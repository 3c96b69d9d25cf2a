import { goQuote, type ObjectView } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import { isPrefix, type Location, parseLocation, printLocation } from "./location-path.js";

/** A condition on the way to the location: what must or must not exist there. */
export interface PathTest {
  readonly subPath: Location;
  /** `MustExist` or `MustNotExist`; any other text is satisfied by nothing. */
  readonly condition: string;
}

/** Conditions by the depth of the node that they are about, counted from 0. */
export type PathTests = ReadonlyMap<number, string>;

/** Which condition lets a mutator pass a node that is there, and make one that is missing. */
const ADMITTED_BY = { present: "MustExist", missing: "MustNotExist" } as const;

/** The condition at a depth that does not hold there; `undefined` when the mutator may go on. */
export const failedCondition = (
  tests: PathTests,
  depth: number,
  presence: keyof typeof ADMITTED_BY,
): string | undefined => {
  const condition = tests.get(depth);
  return condition === ADMITTED_BY[presence] ? undefined : condition;
};

/**
 * Reads the `pathTests` of a mutator.
 *
 * @param parameters - `spec.parameters`
 * @param mutator - kind and name, for messages
 */
export const readPathTests = (parameters: ObjectView, location: Location, mutator: string): Outcome<PathTests> => {
  const tests: PathTest[] = [];
  for (const entry of parameters.objects("pathTests")) {
    const text = entry.string("subPath") ?? "";
    const subPath = parseLocation(text);
    if (!subPath.ok) {
      const { code, message } = subPath.error;
      return fail(code, `problem parsing sub path \`${text}\` for ${mutator}: ${message}`);
    }
    tests.push({ subPath: subPath.value, condition: entry.string("condition") ?? "" });
  }
  return compilePathTests(location, tests);
};

/**
 * Orders conditions by depth, unless they contradict each other.
 *
 * @source gatekeeper, pkg/mutation/path/tester
 */
export const compilePathTests = (location: Location, tests: readonly PathTest[]): Outcome<PathTests> => {
  const stray = tests.find(({ subPath }) => !isPrefix(subPath, location));
  if (stray !== undefined) {
    const [path, whole] = [stray.subPath, location].map((part) => goQuote(printLocation(part)));
    const rule = "all subpaths must be a prefix of the `location` value of the mutation";
    return fail("path-test-not-prefix", `${rule}: subpath ${path} is not a prefix of location ${whole}`);
  }
  const conditions = new Map(tests.map(({ subPath, condition }) => [subPath.length - 1, condition]));
  const torn = tests.find(({ subPath, condition }) => conditions.get(subPath.length - 1) !== condition);
  if (torn !== undefined) return conflict(`${quotePath(torn)} is marked both MustExist and MustNotExist`);
  const order = findOrderConflict(tests);
  return order === undefined ? succeed(conditions) : conflict(order);
};

const conflict = (what: string): ReturnType<typeof fail> =>
  fail("path-test-conflict", `conflicting path test conditions: path ${what}`);

const quotePath = (test: PathTest | undefined): string =>
  test === undefined ? "<nil>" : goQuote(printLocation(test.subPath));

/**
 * What must exist must not come later in the list than what must not. The real engine means depth, and compares positions in
 * the list; it also takes these positions for depths when it names the paths.
 */
const findOrderConflict = (tests: readonly PathTest[]): string | undefined => {
  const highestMust = Math.max(0, tests.map(({ condition }) => condition).lastIndexOf("MustExist"));
  const lowestMustNot = tests.findIndex(({ condition }) => condition === "MustNotExist");
  if (lowestMustNot < 0 || highestMust <= lowestMustNot) return undefined;
  const [must, mustNot] = [highestMust, lowestMustNot].map((depth) =>
    quotePath(tests.findLast(({ subPath }) => subPath.length - 1 === depth)),
  );
  return `${must} is marked MustExist but parent ${mustNot} MustNotExist`;
};
