import { fail, type Outcome, succeed } from "../outcome.js";
import { readApplyTo } from "./apply-to.js";
import { checkParts, type ImageParts, replaceParts } from "./image-parts.js";
import type { Mutator } from "./mutator.js";
import {
  beginsAtMetadata,
  checkKeyKept,
  type MutatorDocument,
  type MutatorOptions,
  readLocation,
} from "./mutator-document.js";
import { readPathTests } from "./path-tests.js";
import type { Setter } from "./setter.js";

/**
 * Reads an AssignImage: replaces parts of an image reference.
 *
 * @source gatekeeper, pkg/mutation/mutators/assignimage
 */
export const readAssignImage = (document: MutatorDocument, options: MutatorOptions): Outcome<Mutator> => {
  const { id, generation, matches, spec, parameters } = document;
  const location = readLocation(
    document,
    (text, message) => `invalid location format \`${text}\` for assignImage ${id.name}: ${message}`,
  );
  if (!location.ok) return location;
  if (beginsAtMetadata(location.value)) return fail("invalid-mutator", `assignImage ${id.name} can't change metadata`);
  if (location.value.at(-1)?.type === "List") {
    return fail("invalid-mutator", `assignImage ${id.name} cannot mutate list-type fields`);
  }
  const kept = checkKeyKept(location.value);
  if (!kept.ok) return kept;
  const parts = checkParts({
    domain: parameters.string("assignDomain") ?? "",
    path: parameters.string("assignPath") ?? "",
    tag: parameters.string("assignTag") ?? "",
  });
  if (!parts.ok) {
    return fail("invalid-mutator", `assignImage ${id.name} has invalid parameters: ${parts.error.message}`);
  }
  const tests = readPathTests(parameters, location.value, `AssignImage ${id.name}`);
  if (!tests.ok) return tests;
  const applyTo = readApplyTo(spec, `AssignImage mutator ${id.name}`, options.release);
  if (!applyTo.ok) return applyTo;
  const setter = setterFor(parts.value);
  return succeed({
    id,
    generation,
    matches,
    location: location.value,
    tests: tests.value,
    applyTo: applyTo.value,
    terminalType: "String",
    mustTerminate: true,
    setsStandIns: false,
    setter: () => setter,
  });
};

/** A missing field counts as an empty text. Of a value that is none, the real engine's message never tells what it is. */
const setterFor = (parts: ImageParts): Setter => ({
  value: (current = "") =>
    typeof current === "string"
      ? succeed(replaceParts(current, parts))
      : fail("mutation-failed", "expected value at AssignImage location to be a string, got  of type string"),
});
