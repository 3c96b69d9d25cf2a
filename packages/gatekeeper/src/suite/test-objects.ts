import type { Json } from "@ostiary/core";
import { compareBytes, goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { createClient } from "../all-engines/create-client.js";
import type { ClientResult, GatekeeperClient } from "../client/gatekeeper-client.js";
import type { TemplateEngine } from "../engine/template-engine.js";
import { createObjectExpander, type ObjectExpander } from "../expansion/object-expander.js";
import { createInventory, type Inventory } from "../inventory/inventory.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { printObjectKind, readObjectName } from "./object-title.js";
import { reviewObject } from "./review-object.js";
import { isConstraintTemplate, templateDecodingFault } from "./template-decoding.js";

/** How objects are tested. */
export interface TestObjectsOptions {
  /** The languages that rules can be written in, the preferred one first. */
  readonly engines: readonly TemplateEngine[];
  /** Names runs of mutators in messages. */
  readonly id?: string;
}

/** A violation, with the documents that it is about. */
export interface ObjectTestResult extends ClientResult {
  /** The constraint after defaults. */
  readonly constraintDocument: Json;
  /** The object that is at fault, or that would create the one that is; after mutation. */
  readonly object: Json;
}

/**
 * Judges every one of a lot of objects by the templates and constraints among them, as `gator test` does: all of them are in
 * the inventory, and what they would create by the ExpansionTemplates among them is judged too.
 *
 * @returns all violations by action, then message; or why nothing can be said, in gator's words
 * @source gatekeeper, pkg/gator/test/test.go
 */
export const testObjects = (
  objects: readonly Json[],
  { engines, id }: TestObjectsOptions,
): Outcome<readonly ObjectTestResult[]> => {
  const templates = objects.filter(isConstraintTemplate);
  const constraints = objects.filter(isConstraint);
  const loaded = createClient({ templates, constraints, data: [] }, { engines });
  const { templateFaults, constraintFaults, client } = loaded;
  const fault = findTemplateFault(templates, templateFaults) ?? findConstraintFault(constraints, constraintFaults);
  if (fault !== undefined) return fail("invalid-policies", fault);
  const defaulted = withDefaults(objects, client);
  const inventory = createInventory(defaulted);
  const dataFault = findDataFault(defaulted, inventory);
  if (dataFault !== undefined) return fail("invalid-object", dataFault);
  const expander = createObjectExpander(defaulted, id);
  if (!expander.ok) return fail("invalid-policies", `error creating expander: ${expander.error.message}`);
  return new ObjectTest(client, inventory, expander.value).run(defaulted);
};

const isConstraint = (object: Json): boolean =>
  groupOf(ObjectView.root(new Reading(), object, []).string("apiVersion") ?? "") === "constraints.gatekeeper.sh";

type Faults = ReturnType<typeof createClient>["templateFaults"];

/** The first template that is refused decides. */
const findTemplateFault = (templates: readonly Json[], faults: Faults): string | undefined => {
  for (const [index, template] of templates.entries()) {
    const name = goQuote(readObjectName(template));
    const version = templateDecodingFault(template);
    if (version !== undefined) return `converting unstructured ${name} to template: ${version}`;
    const fault = faults[index];
    if (fault !== undefined) return `adding template ${name}: ${fault.message}`;
  }
  return undefined;
};

const findConstraintFault = (constraints: readonly Json[], faults: Faults): string | undefined => {
  const index = faults.findIndex((fault) => fault !== undefined);
  const constraint = constraints[index];
  return constraint === undefined
    ? undefined
    : `adding constraint ${goQuote(readObjectName(constraint))}: ${faults[index]?.message}`;
};

const findDataFault = (objects: readonly Json[], { faults }: Inventory): string | undefined => {
  const index = faults.findIndex((fault) => fault !== undefined);
  const object = objects[index];
  if (object === undefined) return undefined;
  const kind = goQuote(printObjectKind(object));
  return `adding data of GVK ${kind}: admission.k8s.gatekeeper.sh: ${faults[index]?.message}\n`;
};

const constraintKey = (kind: string, name: string): string => `${kind} ${name}`;

/** Adding a constraint fills in its defaults, and gator goes on with what it has become. */
const withDefaults = (objects: readonly Json[], { constraints }: GatekeeperClient): readonly Json[] => {
  const documents = new Map(constraints.map(({ kind, name, document }) => [constraintKey(kind, name), document]));
  return objects.map((object) => {
    const kind = ObjectView.root(new Reading(), object, []).string("kind") ?? "";
    return isConstraint(object) ? (documents.get(constraintKey(kind, readObjectName(object))) ?? object) : object;
  });
};

class ObjectTest {
  private readonly documents: ReadonlyMap<string, Json>;

  constructor(
    private readonly client: GatekeeperClient,
    private readonly inventory: Inventory,
    private readonly expander: ObjectExpander,
  ) {
    this.documents = new Map(
      client.constraints.map(({ kind, name, document }) => [constraintKey(kind, name), document]),
    );
  }

  run(objects: readonly Json[]): Outcome<readonly ObjectTestResult[]> {
    const results: ObjectTestResult[] = [];
    for (const object of objects) {
      const outcome = this.test(object);
      if (!outcome.ok) return outcome;
      for (const result of outcome.value) results.push(result);
    }
    return succeed(results.sort(inOrder));
  }

  private test(object: Json): Outcome<readonly ObjectTestResult[]> {
    const { client, inventory, expander } = this;
    const namespaceObject = expander.namespaceFor(object);
    const reviewed = reviewObject(object, { client, inventory, expander, namespaceObject });
    if (!reviewed.ok) return reviewed;
    return succeed(reviewed.value.results.map((result) => this.describe(result, reviewed.value.object)));
  }

  private describe(result: ClientResult, object: Json): ObjectTestResult {
    const { kind, name } = result.constraint;
    return { ...result, object, constraintDocument: this.documents.get(constraintKey(kind, name)) ?? null };
  }
}

const inOrder = (one: ClientResult, other: ClientResult): number =>
  compareBytes(one.enforcementAction, other.enforcementAction) || compareBytes(one.message, other.message);
