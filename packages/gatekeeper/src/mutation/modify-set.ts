import { type Json, type ObjectView, typeName } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import { readApplyTo } from "./apply-to.js";
import { printGoValue } from "./go-value.js";
import type { Mutator } from "./mutator.js";
import { beginsAtMetadata, type MutatorDocument, type MutatorOptions, readLocation } from "./mutator-document.js";
import { readPathTests } from "./path-tests.js";
import type { Setter } from "./setter.js";
import { DEEPEST_VALUE, isTooDeep } from "./value-depth.js";
import { ValueSet } from "./value-set.js";
import { isList, NULL_LIST, type WorkingValue } from "./working-value.js";

/**
 * Reads a ModifySet: adds values to a list that is taken for a set, or removes them from it.
 *
 * @source gatekeeper, pkg/mutation/mutators/modifyset
 */
export const readModifySet = (document: MutatorDocument, options: MutatorOptions): Outcome<Mutator> => {
  const { id, generation, matches, spec, parameters } = document;
  const location = readLocation(
    document,
    (text, message) => `invalid location format \`${text}\` for ModifySet ${id.name}: ${message}`,
  );
  if (!location.ok) return location;
  if (beginsAtMetadata(location.value)) return fail("invalid-mutator", `modifyset ${id.name} can't change metadata`);
  if (location.value.at(-1)?.type === "List") {
    return fail("invalid-mutator", "final node in a modifyset location cannot be a keyed list");
  }
  const tests = readPathTests(parameters, location.value, `ModifySet ${id.name}`);
  if (!tests.ok) return tests;
  const applyTo = readApplyTo(spec, `ModifySet mutator ${id.name}`, options.release);
  if (!applyTo.ok) return applyTo;
  const values = readValues(parameters.object("values"));
  if (isTooDeep(values)) {
    return fail("invalid-mutator", `\`spec.parameters.values.fromList\`: nests deeper than ${DEEPEST_VALUE}`);
  }
  const setter = setterFor(parameters.string("operation") || "merge", values);
  return succeed({
    id,
    generation,
    matches,
    location: location.value,
    tests: tests.value,
    applyTo: applyTo.value,
    terminalType: "Set",
    mustTerminate: false,
    setsStandIns: values === NULL_LIST,
    setter: () => setter,
  });
};

const readValues = (values: ObjectView): readonly Json[] => {
  const list = values.raw("fromList") ?? undefined;
  // Without values the list is null, see there; it is empty, so it is JSON.
  if (list === undefined) return NULL_LIST as readonly Json[];
  if (isList(list)) return list as readonly Json[];
  values.reading.fault(values.path("fromList"), "list", typeName(list));
  return [];
};

const setterFor = (operation: string, values: readonly Json[]): Setter => {
  if (operation === "merge") return { value: (current) => merge(current, values) };
  if (operation === "prune") return { value: (current) => prune(current, values) };
  return { value: () => fail("mutation-failed", `unrecognized operation for modifyset: ${operation}`) };
};

const merge = (current: WorkingValue | undefined, values: readonly Json[]): Outcome<WorkingValue> => {
  if (current === undefined) return succeed(values);
  if (!isList(current)) return notAList(current);
  const known = new ValueSet(current);
  const added = values.filter((value) => known.add(value));
  return succeed(added.length === 0 ? current : [...current, ...added]);
};

/** A missing list stays missing; yet the mutator has acted, so that the objects around it are made. */
const prune = (current: WorkingValue | undefined, values: readonly Json[]): Outcome<WorkingValue | undefined> => {
  if (current === undefined) return succeed(undefined);
  if (!isList(current)) return notAList(current);
  const unwanted = new ValueSet(values);
  return succeed(current.filter((value) => !unwanted.has(value)));
};

const notAList = (value: WorkingValue): ReturnType<typeof fail> =>
  fail("mutation-failed", `${printGoValue(value)} is not a list of values, cannot treat it as a set`);
