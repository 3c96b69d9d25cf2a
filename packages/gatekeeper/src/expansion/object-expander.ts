import type { Json } from "@ostiary/core";
import { isExpansionTemplate } from "../expansion/read-expansion-templates.js";
import { mutate } from "../mutation/mutate.js";
import { isMutator, readMutators } from "../mutation/read-mutators.js";
import { isFields, type WorkingFields, type WorkingValue } from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { type ExpandedObject, expand } from "./expand.js";
import { readGroupVersionKind, textField } from "./group-version-kind.js";
import { readExpansionTemplates } from "./read-expansion-templates.js";
import { nameOf } from "./resultant.js";

/** An object mutated, and what it would create. */
export interface MutatedExpansion {
  readonly object: Json;
  readonly expanded: readonly ExpandedObject[];
}

/** Expands objects as gator does: by the templates, mutators and Namespaces among a lot of objects. Immutable. */
export interface ObjectExpander {
  /**
   * The Namespace that an object is in: an empty one for an object in none, `undefined` where it is not known. `default` always
   * exists.
   */
  namespaceFor(object: Json): Json | undefined;
  /** Mutates an object, and expands what it becomes. */
  expand(object: Json): Outcome<MutatedExpansion>;
}

/**
 * Takes mutators, ExpansionTemplates and Namespaces out of a lot of objects.
 *
 * @param id - names runs of mutators in messages
 * @returns what cannot be read, in gator's words, if there is anything
 * @source gatekeeper, pkg/gator/expand/expand.go
 */
export const createObjectExpander = (objects: readonly Json[], id?: string): Outcome<ObjectExpander> => {
  const documents = objects.filter(isObject);
  const mutatorDocuments = documents.filter((object) => isMutator(readGroupVersionKind(object)));
  const templateDocuments = documents.filter((object) => isExpansionTemplate(readGroupVersionKind(object)));
  const mutators = readMutators(mutatorDocuments, { schema: "ignore", numbers: "cluster" });
  const templates = readExpansionTemplates(templateDocuments);
  const invalid = mutators.problems.find(({ code }) => code !== "schema-conflict");
  if (invalid !== undefined) return fail("invalid-resource", `error parsing resources: ${invalid.message}`);
  const [broken] = templates.problems;
  if (broken !== undefined) {
    const name = nameOf(templateDocuments[broken.document ?? 0] ?? {});
    return fail("invalid-resource", `error upserting template ${name}: ${broken.message}`);
  }
  const [conflict] = mutators.problems;
  if (conflict !== undefined) return fail("invalid-resource", `error upserting mutator: ${conflict.message}`);
  const namespaces = new Map(documents.filter(isNamespace).map((object) => [nameOf(object), object]));
  const context = { ...(id !== undefined && { id }), mutators: mutators.mutators };
  return succeed(new Expander(namespaces, { ...context, templates: templates.templates }));
};

const isObject = (object: Json): object is Json & WorkingFields => isFields(object as WorkingValue);

const isNamespace = (object: WorkingFields): boolean => {
  const { group, kind } = readGroupVersionKind(object);
  return group === "" && kind === "Namespace";
};

const NO_NAMESPACE: Json = {};
const DEFAULT = "default";

class Expander implements ObjectExpander {
  constructor(
    private readonly namespaces: ReadonlyMap<string, Json>,
    private readonly context: Omit<Required<Pick<Parameters<typeof expand>[1], "templates" | "mutators">>, never> & {
      readonly id?: string;
    },
  ) {}

  namespaceFor(object: Json): Json | undefined {
    const name = isObject(object) ? namespaceNameOf(object) : "";
    if (name === "") return NO_NAMESPACE;
    const namespace = this.namespaces.get(name);
    return namespace === undefined && name === DEFAULT ? { metadata: { name } } : namespace;
  }

  expand(object: Json): Outcome<MutatedExpansion> {
    const namespace = this.namespaceFor(object);
    const name = isObject(object) ? nameOf(object) : "";
    const { mutators, templates, ...context } = this.context;
    const mutation = mutate(object, mutators, { ...context, namespace });
    if (!mutation.ok) {
      return fail("expansion-failed", `error mutating base resource ${name}: ${mutation.error.message}`);
    }
    const mutated = mutation.value.object;
    const expanded = expand(mutated, { ...context, namespace, templates, mutators });
    if (expanded.ok) return succeed({ object: mutated, expanded: expanded.value });
    return fail("expansion-failed", `error expanding resource ${name}: ${expanded.error.message}`);
  }
}

const namespaceNameOf = (object: WorkingFields): string => {
  const metadata = object["metadata"];
  return isFields(metadata) ? textField(metadata, "namespace") : "";
};
