import { fail, type Outcome, succeed } from "../outcome.js";
import { readApplyTo } from "./apply-to.js";
import { type AssignField, assignFrom, assignsStandIns, readAssignField } from "./assign-field.js";
import { printGoValue } from "./go-value.js";
import type { ListNode, Location } from "./location-path.js";
import type { Mutator } from "./mutator.js";
import {
  beginsAtMetadata,
  checkKeyKept,
  type MutatorDocument,
  type MutatorOptions,
  readLocation,
} from "./mutator-document.js";
import { readPathTests } from "./path-tests.js";
import { isEqual } from "./value-equality.js";
import { isFields, ownField, type WorkingValue } from "./working-value.js";

/**
 * Reads an Assign: sets a field outside of metadata, or an element of a keyed list, to a value.
 *
 * @source gatekeeper, pkg/mutation/mutators/assign
 */
export const readAssign = (document: MutatorDocument, options: MutatorOptions): Outcome<Mutator> => {
  const { id, generation, matches, spec, parameters } = document;
  const location = readLocation(
    document,
    (text, message) => `invalid location format \`${text}\` for Assign ${id.name}: ${message}`,
  );
  if (!location.ok) return location;
  if (beginsAtMetadata(location.value)) {
    return fail("invalid-mutator", `assign ${id.name} can't change metadata`);
  }
  const kept = checkKeyKept(location.value);
  if (!kept.ok) return kept;
  const field = readAssignField(parameters, options);
  if (!field.ok) return field;
  const fitting = checkElement(location.value, field.value);
  if (!fitting.ok) return fitting;
  const tests = readPathTests(parameters, location.value, `Assign ${id.name}`);
  if (!tests.ok) return tests;
  const applyTo = readApplyTo(spec, `Assign mutator ${id.name}`, options.release);
  if (!applyTo.ok) return applyTo;
  return succeed({
    id,
    generation,
    matches,
    location: location.value,
    tests: tests.value,
    applyTo: applyTo.value,
    terminalType: "Unknown",
    mustTerminate: field.value.from === "externalData",
    setsStandIns: assignsStandIns(field.value),
    setter: assignFrom(field.value),
  });
};

/** What is put into a list must be an object with the key that the location names. */
const checkElement = (location: Location, field: AssignField): Outcome<AssignField> => {
  const last = location.at(-1);
  if (last?.type !== "List") return succeed(field);
  if (field.from === "metadata") return fail("invalid-mutator", "cannot assign a metadata field to a list");
  if (field.from === "externalData") return fail("invalid-mutator", "cannot assign external data response to a list");
  const fault = elementFault(last, field.value);
  return fault === undefined ? succeed(field) : fail("invalid-mutator", fault);
};

const elementFault = ({ key, value: wanted }: ListNode, value: WorkingValue): string | undefined => {
  if (wanted === undefined) return "can't append to a globbed list";
  if (!isFields(value)) return `invalid value: \`${printGoValue(value)}\`, only objects can be added to keyed lists`;
  const found = ownField(value, key);
  if (isEqual(found, wanted)) return undefined;
  const keys = `list key ${wanted}, object key ${printGoValue(found ?? null)}`;
  return `adding object to list with different key ${key}: ${keys}`;
};
