import type { Json } from "@ostiary/core";
import { createRe2Engine } from "@ostiary/rego";
import { goQuote, ObjectView, Reading } from "@ostiary/rules";
import type { ClientResult } from "../client/gatekeeper-client.js";
import { sortResults } from "../client/result-order.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { isAdmissionReview, readAdmissionReview } from "../engine/admission-review.js";
import { objectRequest } from "../engine/object-request.js";
import { implyResults } from "../expansion/implied-results.js";
import { createInventory, type Inventory } from "../inventory/inventory.js";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";
import { checkAssertion } from "./assertion.js";
import type { GatorCase } from "./gator-suite.js";
import type { LoadedTest } from "./load-test.js";
import { printObjectTitle } from "./object-title.js";
import { readSuiteObjects } from "./suite-documents.js";
import type { SuiteFiles } from "./suite-files.js";

/**
 * Runs a case of a suite.
 *
 * @returns the first assertion that does not hold, or what kept the object from being reviewed, in gator's words
 * @source gatekeeper, pkg/gator/verify/runner.go, checkCase
 */
export const runGatorCase = (one: GatorCase, test: LoadedTest, files: SuiteFiles): Fault | undefined => {
  if (one.object === "") return { code: "invalid-case", message: "invalid Case: must define object" };
  if (one.assertions.length === 0) {
    return { code: "invalid-case", message: "invalid Case: assertions must be non-empty" };
  }
  const results = reviewCase(one, test, files);
  if (!results.ok) return results.error;
  const messages = results.value.map(({ message }) => message);
  const regex = createRe2Engine();
  for (const assertion of one.assertions) {
    const fault = checkAssertion(assertion, messages, regex);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const reviewCase = (
  { object: path, inventory: paths }: GatorCase,
  test: LoadedTest,
  files: SuiteFiles,
): Outcome<readonly ClientResult[]> => {
  const objects = readSuiteObjects(files, path);
  if (!objects.ok) return objects;
  const [object = null] = objects.value;
  if (objects.value.length !== 1) {
    const what = `${goQuote(files.name(path))} defines ${objects.value.length} objects`;
    return fail("multiple-objects", `object file must contain exactly one object: ${what}`);
  }
  const inventory = loadInventory(paths, files);
  if (!inventory.ok) return inventory;
  return isAdmissionReview(object)
    ? reviewRequest(object, test, inventory.value)
    : reviewObject(object, test, inventory.value);
};

const loadInventory = (paths: readonly string[], files: SuiteFiles): Outcome<Inventory> => {
  const data: Json[] = [];
  for (const path of paths) {
    const objects = readSuiteObjects(files, path);
    if (!objects.ok) return objects;
    data.push(...objects.value);
  }
  const inventory = createInventory(data);
  const index = inventory.faults.findIndex((fault) => fault !== undefined);
  if (index < 0) return succeed(inventory);
  const title = printObjectTitle(data[index]);
  const fault = `admission.k8s.gatekeeper.sh: ${inventory.faults[index]?.message}\n`;
  return fail("invalid-inventory", `unable to add object to data.inventory: ${title}: ${fault}`);
};

/** A request is reviewed as it is, and nothing is expanded. */
const reviewRequest = (object: Json, test: LoadedTest, inventory: Inventory): Outcome<readonly ClientResult[]> => {
  const request = readAdmissionReview(object);
  return request.ok ? review(request.value, "Original", test, inventory) : request;
};

const reviewObject = (object: Json, test: LoadedTest, inventory: Inventory): Outcome<readonly ClientResult[]> => {
  const own = review(objectRequest(object), "Original", test, inventory);
  if (!own.ok) return fail("review-failed", `reviewing ${printObjectTitle(object)}: ${own.error.message}`);
  if (test.expander === undefined) return own;
  const mutated = test.expander.expand(object);
  if (!mutated.ok) return fail("expansion-failed", `expanding resource ${nameOf(object)}: ${mutated.error.message}`);
  const results = [...own.value];
  for (const { object: made, ...expansion } of mutated.value.expanded) {
    const implied = review(objectRequest(made), "Generated", test, inventory);
    if (!implied.ok) {
      return fail("review-failed", `reviewing expanded resource ${printObjectTitle(made)}: ${implied.error.message}`);
    }
    results.push(...implyResults(expansion, implied.value));
  }
  return succeed(sortResults(results));
};

const review = (
  request: AdmissionRequest,
  source: "Original" | "Generated",
  { client }: LoadedTest,
  inventory: Inventory,
): Outcome<readonly ClientResult[]> =>
  client.review({ request, source, inventory, enforcementPoint: "gator.gatekeeper.sh" });

const nameOf = (object: Json): string =>
  ObjectView.root(new Reading(), object, []).object("metadata").string("name") ?? "";
