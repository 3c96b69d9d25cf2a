import type { FieldPath, Json } from "@ostiary/core";
import { type MatchNamespace, readMatchNamespace } from "@ostiary/core/match";
import { typeName } from "@ostiary/rules";
import { type GatekeeperRelease, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { type MutationContext, mutate } from "../mutation/mutate.js";
import type { MutatorSet } from "../mutation/read-mutators.js";
import { isFields, type WorkingFields, type WorkingValue } from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { ExpansionTemplate } from "./expansion-template.js";
import { isEmptyKind, readGroupVersionKind } from "./group-version-kind.js";
import type { ExpansionTemplateSet } from "./read-expansion-templates.js";
import { createResultant, nameOf, sourcePath } from "./resultant.js";

/** What an object is expanded with. */
export interface ExpansionContext extends Pick<MutationContext, "namespace" | "username" | "providers" | "id"> {
  /** Of `readExpansionTemplates`. */
  readonly templates: ExpansionTemplateSet;
  /** Change what is made, with the source `Generated` and no operation. Of `readMutators`; default: none. */
  readonly mutators?: MutatorSet;
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
}

/** An object that another one would create in a cluster. */
export interface ExpandedObject {
  readonly object: Json;
  /** The name of the template that made it. */
  readonly template: string;
  /** What replaces the enforcement action of its violations; empty for nothing. */
  readonly enforcementAction: string;
  /** Where the object lies in the one that was expanded first. */
  readonly source: FieldPath;
}

/** Gatekeeper gives up at this depth. */
const DEEPEST = 30;

/** More objects than anything in a cluster makes: chains with several templates for a kind multiply. */
const MOST_OBJECTS = 10_000;

const NO_MUTATORS: MutatorSet = { mutators: [], conflicting: new Set() };

/**
 * Makes the objects that an object would create in a cluster, and those that they would create, as ExpansionTemplates tell. The
 * object handed in is neither changed nor mutated; what is made shares parts with it. Templates are applied in the order of
 * their names, and what is made of an object follows it.
 *
 * @param object - a Kubernetes object
 * @returns nothing for an object of a kind that no template applies to; or why the whole review fails, in Gatekeeper's words
 * @source gatekeeper, pkg/expansion/system.go
 */
export const expand = (object: unknown, context: ExpansionContext): Outcome<readonly ExpandedObject[]> => {
  try {
    // Whatever is handed in is taken for JSON, as it comes from readers.
    const root = object as WorkingValue;
    if (!isFields(root)) return fail("invalid-object", `expected an object, found ${typeName(object)}`);
    return new Expansion(context).run(root);
  } catch (error) {
    return fail("internal", `could not be expanded: ${error instanceof Error ? error.message : typeof error}`);
  }
};

/** An object in the middle of an expansion. */
interface Resultant {
  readonly object: WorkingFields;
  readonly template: ExpansionTemplate;
}

class Expansion {
  private readonly namespace: MatchNamespace | undefined;
  private readonly expanded: ExpandedObject[] = [];

  constructor(private readonly context: ExpansionContext) {
    const { namespace } = context;
    this.namespace = namespace === undefined || namespace === null ? undefined : readMatchNamespace(namespace);
  }

  run(root: WorkingFields): Outcome<readonly ExpandedObject[]> {
    const fault = this.expand(root, []);
    return fault ?? succeed(this.expanded);
  }

  /** @param source - where the object lies in the first one */
  private expand(parent: WorkingFields, source: FieldPath, depth = 0): Outcome<never> | undefined {
    if (depth >= DEEPEST) return fail("expansion-failed", `maximum recursion depth of ${DEEPEST} reached`);
    const kind = readGroupVersionKind(parent);
    if (isEmptyKind(kind)) {
      return fail("expansion-failed", `cannot expand resource ${nameOf(parent)} with empty GVK`);
    }
    const resultants = this.makeAll(parent, this.context.templates.templatesFor(kind));
    if (!resultants.ok) return resultants;
    for (const { object, template } of resultants.value) {
      const place = [...source, ...sourcePath(template)];
      const fault = this.add(object, template, place) ?? this.expand(object, place, depth + 1);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  /** What cannot be made is told before what cannot be mutated. */
  private makeAll(parent: WorkingFields, templates: readonly ExpansionTemplate[]): Outcome<readonly Resultant[]> {
    const { release = NEWEST_RELEASE } = this.context;
    const made: Resultant[] = [];
    for (const template of templates) {
      const object = createResultant(parent, template, { namespace: this.namespace, release });
      if (!object.ok) return object;
      made.push({ object: object.value, template });
    }
    return this.mutateAll(made);
  }

  private mutateAll(made: readonly Resultant[]): Outcome<readonly Resultant[]> {
    const mutated: Resultant[] = [];
    for (const { object, template } of made) {
      const outcome = this.mutate(object);
      if (!outcome.ok) return outcome;
      mutated.push({ object: outcome.value, template });
    }
    return succeed(mutated);
  }

  private mutate(object: WorkingFields): Outcome<WorkingFields> {
    const { mutators = NO_MUTATORS, templates: _templates, release: _release, ...context } = this.context;
    const outcome = mutate(object, mutators, { ...context, source: "Generated" });
    // Mutators make an object of an object.
    if (outcome.ok) return succeed(outcome.value.object as WorkingFields);
    const message = `failed to mutate resultant resource ${nameOf(object)}: ${outcome.error.message}`;
    return fail("expansion-failed", message);
  }

  private add(object: WorkingFields, template: ExpansionTemplate, source: FieldPath): Outcome<never> | undefined {
    if (this.expanded.length === MOST_OBJECTS) {
      return fail("expansion-failed", `expands to more than ${MOST_OBJECTS} objects`);
    }
    const { name, enforcementAction } = template;
    // No stand-ins are left after a mutation.
    this.expanded.push({ object: object as Json, template: name, enforcementAction, source });
    return undefined;
  }
}
