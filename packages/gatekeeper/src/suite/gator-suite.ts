import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { Assertion } from "./assertion.js";
import { GoDecoder, type GoObject } from "./go-decoder.js";

/** A Suite of `test.gatekeeper.sh`. Paths are relative to the file that holds it, and empty where there is none. */
export interface GatorSuite {
  readonly skip: boolean;
  readonly tests: readonly GatorTest[];
}

/** A template and a constraint under test. */
export interface GatorTest {
  readonly name: string;
  readonly template: string;
  readonly constraint: string;
  readonly expansion: string;
  /** Whether the constraint is expected not to fit the template's schema; then no case is run. */
  readonly invalid: boolean;
  readonly skip: boolean;
  readonly cases: readonly GatorCase[];
}

/** An object and what is expected of its review. */
export interface GatorCase {
  readonly name: string;
  readonly object: string;
  readonly inventory: readonly string[];
  readonly assertions: readonly Assertion[];
  readonly skip: boolean;
}

const GROUP = "test.gatekeeper.sh";

/** Whether a document is a Suite; any version will do. */
export const isGatorSuite = (document: unknown): boolean => {
  const view = ObjectView.root(new Reading(), document, []);
  return groupOf(view.string("apiVersion") ?? "") === GROUP && view.string("kind") === "Suite";
};

/**
 * Reads a Suite. Unknown fields are ignored.
 *
 * @returns what is wrong with it, in gator's words, where a field is of a wrong type
 * @source gatekeeper, pkg/gator/verify/suite.go
 */
export const readGatorSuite = (document: unknown): Outcome<GatorSuite> => {
  const decoder = new GoDecoder();
  const suite = decoder.root("Suite", document);
  const tests = suite.objects("tests", "[]verify.Test", "Test").map(readTest);
  const read = { skip: suite.boolean("skip"), tests };
  return decoder.fault === undefined ? succeed(read) : fail("invalid-yaml", `invalid yaml: ${decoder.fault}`);
};

const readTest = (test: GoObject): GatorTest => ({
  name: test.text("name"),
  template: test.text("template"),
  constraint: test.text("constraint"),
  expansion: test.text("expansion"),
  cases: test.objects("cases", "[]*verify.Case", "Case").map(readCase),
  invalid: test.boolean("invalid"),
  skip: test.boolean("skip"),
});

const readCase = (one: GoObject): GatorCase => ({
  name: one.text("name"),
  object: one.text("object"),
  inventory: one.texts("inventory"),
  assertions: one.objects("assertions", "[]verify.Assertion", "Assertion").map(readAssertion),
  skip: one.boolean("skip"),
});

const readAssertion = (assertion: GoObject): Assertion => {
  const message = assertion.optionalText("message");
  return { violations: assertion.textOrInteger("violations") ?? "yes", ...(message !== undefined && { message }) };
};
