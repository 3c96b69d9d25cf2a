import type { PolicyRef, Problem } from "@ostiary/core";
import { formatFieldPath, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { fail, type Outcome } from "../outcome.js";
import { schemaBindings } from "./apply-to.js";
import { readAssign } from "./assign.js";
import { readAssignImage } from "./assign-image.js";
import { readAssignMetadata } from "./assign-metadata.js";
import { readModifySet } from "./modify-set.js";
import { type Mutator, printMutatorId } from "./mutator.js";
import {
  MUTATION_GROUP,
  type MutatorDocument,
  type MutatorOptions,
  type NumberModel,
  readMutatorDocument,
} from "./mutator-document.js";
import { compareMutatorIds } from "./mutator-order.js";
import { mutatorSchemaFaults } from "./mutator-schema.js";
import { SchemaConflicts } from "./schema-conflicts.js";

/** How mutators are read. */
export interface ReadMutatorsOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** How numbers in `assign.value` are held. Default `exact`. */
  readonly numbers?: NumberModel;
  /** Whether the schemas of the CRDs are applied, as an API server does before Gatekeeper sees a mutator. Default `enforce`. */
  readonly schema?: "enforce" | "ignore";
  /** Whether external data may be asked for. Default `enabled`, as in Gatekeeper. */
  readonly externalData?: "enabled" | "disabled";
}

/** Mutators ready for use. Immutable. */
export interface MutatorSet {
  /** All that are valid, in the order in which they run. */
  readonly mutators: readonly Mutator[];
  /** Those of them that do not run, because their schemas conflict. */
  readonly conflicting: ReadonlySet<Mutator>;
}

/** Mutators, and what could not be read. */
export interface LoadedMutators {
  readonly problems: readonly Problem[];
  readonly mutators: MutatorSet;
}

const KINDS: ReadonlyMap<string, (document: MutatorDocument, options: MutatorOptions) => Outcome<Mutator>> = new Map([
  ["Assign", readAssign],
  ["AssignImage", readAssignImage],
  ["AssignMetadata", readAssignMetadata],
  ["ModifySet", readModifySet],
]);

/** Whether documents of a group and kind are mutators. */
export const isMutator = ({ group, kind }: { readonly group: string; readonly kind: string }): boolean =>
  group === MUTATION_GROUP && KINDS.has(kind);

const LONGEST_NAME = 63;

/** A mutator, or what stands against it. */
type Read = { readonly mutator: Mutator } | { readonly problems: readonly Omit<Problem, "document" | "effect">[] };

/**
 * Reads mutators in the order in which they are made in a cluster; a later one replaces an earlier one of the same kind and
 * name. Never throws: what cannot be read is a problem, in Gatekeeper's words, and does not hinder the others.
 */
export const readMutators = (documents: readonly unknown[], options: ReadMutatorsOptions = {}): LoadedMutators => {
  const problems: Problem[] = [];
  const mutators = new Map<string, Mutator>();
  const conflicts = new SchemaConflicts();
  // Callers in JavaScript hand in what they like.
  const list = Array.isArray(documents) ? documents : [documents];
  for (const [document, value] of list.entries()) {
    const read = attempt(value, options);
    if ("problems" in read) {
      problems.push(...read.problems.map((problem): Problem => ({ ...problem, document, effect: "deny" })));
      continue;
    }
    const id = printMutatorId(read.mutator.id);
    mutators.set(id, read.mutator);
    const message = insertSchema(conflicts, id, read.mutator);
    if (message === undefined) continue;
    problems.push({ code: "schema-conflict", message, policy: refer(read.mutator), document, effect: "deny" });
  }
  const disabled = conflicts.conflicting();
  const conflicting = [...mutators].filter(([id]) => disabled.has(id)).map(([, mutator]) => mutator);
  return {
    problems,
    mutators: {
      mutators: [...mutators.values()].sort((one, other) => compareMutatorIds(one.id, other.id)),
      conflicting: new Set(conflicting),
    },
  };
};

const refer = ({ id: { kind, name } }: Pick<Mutator, "id">): PolicyRef => ({ kind, name });

const insertSchema = (conflicts: SchemaConflicts, id: string, mutator: Mutator): string | undefined => {
  const { applyTo, location, terminalType, mustTerminate } = mutator;
  if (applyTo === undefined) return undefined;
  const claim = { id, location, terminalType, mustTerminate, bindings: schemaBindings(applyTo) };
  const ids = conflicts.insert(claim);
  return ids.length === 0 ? undefined : `the following mutators have conflicting schemas: [${ids.join(",")}]`;
};

/** Objects may have getters that throw. */
const attempt = (value: unknown, options: ReadMutatorsOptions): Read => {
  try {
    return readMutator(value, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : typeof error;
    return { problems: [{ code: "internal", message: `could not be read: ${reason}` }] };
  }
};

const readMutator = (value: unknown, options: ReadMutatorsOptions): Read => {
  const { release = NEWEST_RELEASE, numbers = "exact", schema = "enforce", externalData = "enabled" } = options;
  const view = ObjectView.root(new Reading(), value, []);
  const apiVersion = view.string("apiVersion") ?? "";
  const kind = view.string("kind") ?? "";
  const readKind = groupOf(apiVersion) === MUTATION_GROUP ? KINDS.get(kind) : undefined;
  if (readKind === undefined) {
    const message = `no mutator is of kind \`${kind}\` of \`${apiVersion}\``;
    return { problems: [{ code: "unknown-kind", message }] };
  }
  const document = readMutatorDocument(view, kind, release);
  const outcome = checkName(document, release) ?? readKind(document, { release, numbers, externalData });
  const policy = refer(document);
  const faults = schema === "enforce" ? mutatorSchemaFaults(document.spec, release) : [];
  if (view.reading.faults.length > 0) return { problems: describeTypes(view.reading, policy) };
  if (faults.length > 0) {
    return {
      problems: faults.map(({ path, message }) => ({
        code: "invalid-schema",
        message: `${formatFieldPath(path)}: ${message}`,
        policy,
        path,
      })),
    };
  }
  return outcome.ok ? { mutator: outcome.value } : { problems: [{ ...outcome.error, policy }] };
};

const checkName = ({ id }: MutatorDocument, release: GatekeeperRelease): Outcome<never> | undefined =>
  isSince(release, "3.15") && id.name.length > LONGEST_NAME
    ? fail("invalid-mutator", `maximum name length is ${LONGEST_NAME} characters`)
    : undefined;

const describeTypes = ({ faults }: Reading, policy: PolicyRef): readonly Omit<Problem, "document" | "effect">[] =>
  faults.map(({ path, expected, found }) => ({
    code: "invalid-type",
    message: `\`${formatFieldPath(path)}\`: expected ${expected}, found ${found}`,
    policy,
    path,
  }));
