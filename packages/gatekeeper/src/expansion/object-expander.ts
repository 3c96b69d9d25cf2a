import type { Json, Problem } from "@ostiary/core";
import { mutate } from "../mutation/mutate.js";
import { isMutator, type MutatorSet, readMutators } from "../mutation/read-mutators.js";
import { isFields, type WorkingFields, type WorkingValue } from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { type ExpandedObject, type ExpansionContext, expand } from "./expand.js";
import { readGroupVersionKind, textField } from "./group-version-kind.js";
import { isExpansionTemplate, readExpansionTemplates } from "./read-expansion-templates.js";
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
  const fault = findFault(mutators.problems, templates.problems, templateDocuments);
  if (fault !== undefined) return fail("invalid-resource", fault);
  const namespaces = new Map(documents.filter(isNamespace).map((object) => [nameOf(object), object]));
  const context = { mutators: mutators.mutators, templates: templates.templates, ...(id !== undefined && { id }) };
  return succeed(new Expander(namespaces, context));
};

/** What cannot be read is told before what cannot be added, and templates are added before mutators. */
const findFault = (
  ofMutators: readonly Problem[],
  ofTemplates: readonly Problem[],
  templates: readonly WorkingFields[],
): string | undefined => {
  const invalid = ofMutators.find(({ code }) => code !== "schema-conflict");
  if (invalid !== undefined) return `error parsing resources: ${invalid.message}`;
  const [broken] = ofTemplates;
  if (broken !== undefined) {
    return `error upserting template ${nameOf(templates[broken.document ?? 0] ?? {})}: ${broken.message}`;
  }
  const [conflict] = ofMutators;
  return conflict && `error upserting mutator: ${conflict.message}`;
};

// Without stand-ins JSON is what mutators work on.
const isObject = (object: Json): object is Json & WorkingFields => isFields(object as WorkingValue);

const isNamespace = (object: WorkingFields): boolean => {
  const { group, kind } = readGroupVersionKind(object);
  return group === "" && kind === "Namespace";
};

/** What every expansion is done with. */
interface ExpanderContext extends Pick<ExpansionContext, "templates" | "id"> {
  readonly mutators: MutatorSet;
}

const NO_NAMESPACE: Json = {};
const DEFAULT = "default";

class Expander implements ObjectExpander {
  constructor(
    private readonly namespaces: ReadonlyMap<string, Json>,
    private readonly context: ExpanderContext,
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
