import { compileConstraintMatch } from "@ostiary/core/match";
import type { ObjectView } from "@ostiary/rules";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import { fail, type Outcome } from "../outcome.js";
import { type Location, parseLocation } from "./location-path.js";
import type { Mutator, MutatorId } from "./mutator.js";

/**
 * How numbers in `assign.value` are held. `exact`: as what they are, so that 5 equals 5. `cluster`: as doubles, as Gatekeeper
 * does, so that an assigned 5 never equals a 5 from an object, and integers beyond 2^53 are rounded.
 */
export type NumberModel = "exact" | "cluster";

/** What mutators are read with. */
export interface MutatorOptions {
  readonly release: GatekeeperRelease;
  readonly numbers: NumberModel;
  readonly externalData: "enabled" | "disabled";
}

/** A mutator's document, so far as all kinds have the same. */
export interface MutatorDocument extends Pick<Mutator, "id" | "generation" | "matches"> {
  readonly spec: ObjectView;
  readonly parameters: ObjectView;
}

/** Every mutator's group. */
export const MUTATION_GROUP = "mutations.gatekeeper.sh";

/** Reads what all kinds of mutators have. */
export const readMutatorDocument = (
  document: ObjectView,
  kind: string,
  release: GatekeeperRelease,
): MutatorDocument => {
  const metadata = document.object("metadata");
  const spec = document.object("spec");
  const id: MutatorId = {
    group: MUTATION_GROUP,
    kind,
    namespace: metadata.string("namespace") ?? "",
    name: metadata.string("name") ?? "",
  };
  const parameters = spec.object("parameters");
  return {
    id,
    generation: metadata.integer("generation", 64) ?? 0,
    spec,
    parameters,
    matches: readMatch(spec, release),
  };
};

const readMatch = (spec: ObjectView, release: GatekeeperRelease): Mutator["matches"] => {
  const match = spec.optional("match");
  if (match === undefined) return () => true;
  const compiled = compileConstraintMatch(match);
  if (isSince(release, "3.14")) return compiled;
  // Before, a fault was logged, and the mutator left out.
  return (target, namespace, source) => compiled(target, namespace, source) === true;
};

/** Longer locations are refused: they cannot be meant, and walking one takes as much of the stack. */
const DEEPEST_LOCATION = 200;

/**
 * Reads the location of a mutator.
 *
 * @param describe - says what is wrong with the text, given the parser's message
 */
export const readLocation = (
  { spec }: MutatorDocument,
  describe: (text: string, message: string) => string,
): Outcome<Location> => {
  const text = spec.string("location") ?? "";
  const location = parseLocation(text);
  if (!location.ok) return fail("invalid-mutator", describe(text, location.error.message));
  if (location.value.length > DEEPEST_LOCATION) {
    const message = `\`spec.location\`: has ${location.value.length} parts, more than ${DEEPEST_LOCATION}`;
    return fail("invalid-mutator", message);
  }
  return location;
};

/** Whether a location begins at the object's metadata, which only an AssignMetadata may change. */
export const beginsAtMetadata = ([first]: Location): boolean => first?.type === "Object" && first.name === "metadata";

/** Refuses a location that is empty, or that ends at the key of its own list element. */
export const checkKeyKept = (location: Location): Outcome<Location> => {
  const last = location.at(-1);
  const parent = location.at(-2);
  if (last === undefined) return fail("invalid-mutator", "empty path");
  if (parent?.type === "List" && last.type === "Object" && parent.key === last.name) {
    return fail("invalid-mutator", "invalid path format: changing the item key is not allowed");
  }
  return { ok: true, value: location };
};
