import type { Json } from "@ostiary/core";
import { createRe2Engine } from "@ostiary/rego";
import { goQuote } from "@ostiary/rules";
import type { ClientResult } from "../client/gatekeeper-client.js";
import { sortResults } from "../client/result-order.js";
import { isAdmissionReview, readAdmissionReview } from "../engine/admission-review.js";
import { createInventory, type Inventory } from "../inventory/inventory.js";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";
import { checkAssertion } from "./assertion.js";
import type { GatorCase } from "./gator-suite.js";
import type { LoadedTest } from "./load-test.js";
import { printObjectTitle } from "./object-title.js";
import { reviewObject } from "./review-object.js";
import { readSuiteObjects } from "./suite-documents.js";
import type { SuiteFiles } from "./suite-files.js";

/**
 * Runs a case of a suite.
 *
 * @returns the first assertion that does not hold, or what kept the object from being reviewed, in gator's words
 * @source gatekeeper, pkg/gator/verify/runner.go, checkCase
 */
export const runGatorCase = (one: GatorCase, test: LoadedTest, files: SuiteFiles): Fault | undefined => {
  const results = reviewGatorCase(one, test, files);
  if (!results.ok) return results.error;
  const messages = results.value.map(({ message }) => message);
  const regex = createRe2Engine();
  for (const assertion of one.assertions) {
    const fault = checkAssertion(assertion, messages, regex);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/**
 * Reviews the object of a case.
 *
 * @returns all violations; or what keeps the object from being reviewed, in gator's words
 */
export const reviewGatorCase = (
  { object: path, inventory: paths, assertions }: Pick<GatorCase, "object" | "inventory" | "assertions">,
  test: LoadedTest,
  files: SuiteFiles,
): Outcome<readonly ClientResult[]> => {
  if (path === "") return fail("invalid-case", "invalid Case: must define object");
  if (assertions.length === 0) return fail("invalid-case", "invalid Case: assertions must be non-empty");
  const objects = readSuiteObjects(files, path);
  if (!objects.ok) return objects;
  const [object = null] = objects.value;
  if (objects.value.length !== 1) {
    const what = `${goQuote(files.name(path))} defines ${objects.value.length} objects`;
    return fail("multiple-objects", `object file must contain exactly one object: ${what}`);
  }
  const inventory = loadInventory(paths, files);
  if (!inventory.ok) return inventory;
  if (isAdmissionReview(object)) return reviewRequest(object, test, inventory.value);
  const reviewed = reviewObject(object, { ...test, inventory: inventory.value });
  return reviewed.ok ? succeed(sortResults(reviewed.value.results)) : reviewed;
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
const reviewRequest = (
  object: Json,
  { client }: LoadedTest,
  inventory: Inventory,
): Outcome<readonly ClientResult[]> => {
  const request = readAdmissionReview(object);
  if (!request.ok) return request;
  return client.review({
    request: request.value,
    source: "Original",
    inventory,
    enforcementPoint: "gator.gatekeeper.sh",
  });
};
