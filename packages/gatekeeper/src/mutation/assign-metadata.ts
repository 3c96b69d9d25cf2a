import { goQuote } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import { type AssignField, assignFrom, assignsStandIns, readAssignField } from "./assign-field.js";
import type { Location } from "./location-path.js";
import type { Mutator } from "./mutator.js";
import { type MutatorDocument, type MutatorOptions, readLocation } from "./mutator-document.js";

/** Where a label or annotation ends in a location. */
const LAST_DEPTH = 2;

/**
 * Reads an AssignMetadata: adds a label or annotation, and never changes one that is there.
 *
 * @source gatekeeper, pkg/mutation/mutators/assignmeta
 */
export const readAssignMetadata = (document: MutatorDocument, options: MutatorOptions): Outcome<Mutator> => {
  const { id, generation, matches, spec, parameters } = document;
  const location = readLocation(
    document,
    (text, message) => `invalid location format for AssignMetadata ${id.name}: ${text}: ${message}`,
  );
  if (!location.ok) return location;
  if (!isLabelOrAnnotation(location.value)) {
    const text = spec.string("location") ?? "";
    return fail("invalid-mutator", `invalid location for assignmetadata ${id.name}: ${text}`);
  }
  const field = readAssignField(parameters, options);
  if (!field.ok) return field;
  const fault = findFault(field.value, id.name);
  if (fault !== undefined) return fail("invalid-mutator", fault);
  return succeed({
    id,
    generation,
    matches,
    location: location.value,
    tests: new Map([[LAST_DEPTH, "MustNotExist"]]),
    applyTo: undefined,
    terminalType: "Unknown",
    mustTerminate: false,
    setsStandIns: assignsStandIns(field.value),
    setter: assignFrom(field.value),
  });
};

const isLabelOrAnnotation = (location: Location): boolean => {
  const [metadata, map] = location.map((node) => (node.type === "Object" ? node.name : undefined));
  if (location.length !== LAST_DEPTH + 1 || location[LAST_DEPTH]?.type !== "Object") return false;
  return metadata === "metadata" && (map === "labels" || map === "annotations");
};

const findFault = (field: AssignField, name: string): string | undefined => {
  if (field.from === "externalData" && field.source.dataSource !== "Username") {
    return `only username data source is supported for assignmetadata ${name}`;
  }
  if (field.from === "value" && typeof field.value !== "string") {
    return `spec.parameters.assign.value field must be a string for AssignMetadata ${goQuote(name)}`;
  }
  return undefined;
};
