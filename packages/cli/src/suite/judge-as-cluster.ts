import {
  type Decision,
  evaluate,
  type Json,
  type PolicySet,
  type Problem,
  type Review,
  readPolicies,
  review,
  type StandardText,
} from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { type Fault, gatekeeper, type Outcome, readMutators, validatingAdmissionPolicies } from "@ostiary/gatekeeper";
import { readField, readIdentity } from "../check/identity.js";
import { type Labels, readLabels } from "../check/namespaces.js";
import { describeNamespace, type MutationRuling, mutateObject, namespaceFor } from "../mutate/mutate-object.js";
import { mutateWorkload } from "../mutate/mutate-workload.js";
import type { JudgeContext, PrepareJudge, Verdict } from "./case-judge.js";
import { suiteEngines } from "./suite-engines.js";
import { asJson, type Source, type SuiteCase, type SuiteTest } from "./suite-model.js";

/** What a case refers to. */
interface Loaded {
  readonly object: unknown;
  readonly oldObject: unknown;
  readonly inventory: readonly unknown[];
  readonly mutators: readonly unknown[];
}

/**
 * Prepares a test of a suite of our own: objects are judged as a cluster judges them, by policies of every kind together, after
 * the mutators of the case.
 *
 * @returns why no case can be run
 */
export const judgeAsCluster: PrepareJudge = (test, _suite, context) => {
  const { documents } = context;
  const read = documents.loadAll([...test.templates, ...test.constraints, ...test.policies, ...test.expansions]);
  if (!read.ok) return read;
  const policies = prepare(test, read.value, context);
  const fault = findFault(policies.problems);
  if (fault !== undefined) return { ok: false, error: { ...fault, code: "invalid-policy" } };
  return { ok: true, value: { judge: (one) => new Case(test, one, context).judge(read.value, policies) } };
};

const prepare = (
  { level, version = "latest", profile, release }: SuiteTest,
  documents: readonly unknown[],
  { watch }: JudgeContext,
): PolicySet => {
  // Core checks versions.
  const standard = level === undefined ? undefined : (`${level}:${version}` as StandardText);
  const kinds = [
    deckhouse({ ...(profile !== undefined && { profile }), ...(release !== undefined && { release }) }),
    gatekeeper({ engines: suiteEngines({ externalData: "enabled", ...(watch !== undefined && { watch }) }) }),
    validatingAdmissionPolicies(),
  ];
  return readPolicies(documents, { kinds, ...(standard !== undefined && { standards: { enforce: standard } }) });
};

const findFault = (problems: readonly Problem[]): Fault | undefined => {
  const problem = problems.find(({ effect }) => effect === "deny");
  if (problem === undefined) return undefined;
  const { policy } = problem;
  const message = problem.message.replace(/^policy document \d+: /, "");
  return {
    code: problem.code,
    message: policy === undefined ? message : `${policy.kind} \`${policy.name}\`: ${message}`,
  };
};

/** One case, in the middle of being judged. */
class Case {
  constructor(
    private readonly test: SuiteTest,
    private readonly one: SuiteCase,
    private readonly context: JudgeContext,
  ) {}

  judge(policyDocuments: readonly unknown[], prepared: PolicySet): Outcome<Verdict> {
    const loaded = this.#load();
    if (!loaded.ok) return loaded;
    const { object, oldObject, inventory, mutators } = loaded.value;
    const policies = this.#policies(policyDocuments, prepared, mutators);
    const fault = findFault(policies.problems);
    if (fault !== undefined) return { ok: false, error: fault };
    const mutation = this.#mutate(object, mutators, inventory);
    if (!mutation.ok) return mutation;
    const decision = this.#decide(mutation.value?.judged ?? object, oldObject, inventory, policies);
    return describe(decision, mutation.value && { before: asJson(object), after: mutation.value.after });
  }

  #load(): Outcome<Loaded> {
    const object = this.#loadOne(this.one.object);
    const oldObject = this.#loadOne(this.one.oldObject);
    const inventory = this.context.documents.loadAll(this.one.inventory);
    const mutators = this.context.documents.loadAll(this.one.mutators);
    if (!object.ok) return object;
    if (!oldObject.ok) return oldObject;
    if (!inventory.ok) return inventory;
    if (!mutators.ok) return mutators;
    return {
      ok: true,
      value: {
        object: object.value,
        oldObject: oldObject.value,
        inventory: inventory.value,
        mutators: mutators.value,
      },
    };
  }

  #loadOne(source: Source | undefined): Outcome<unknown> {
    return source === undefined ? NOTHING : this.context.documents.loadOne(source);
  }

  /** Mutators change what the object would create, too. */
  #policies(documents: readonly unknown[], prepared: PolicySet, mutators: readonly unknown[]): PolicySet {
    const { parameters = {} } = this.one;
    if (this.one.parameters === undefined && mutators.length === 0) return prepared;
    return prepare(
      this.test,
      [...documents, ...mutators].map((document) => withParameters(document, parameters)),
      this.context,
    );
  }

  #mutate(
    object: unknown,
    documents: readonly unknown[],
    inventory: readonly unknown[],
  ): Outcome<{ readonly after: Json; readonly judged: unknown } | undefined> {
    if (documents.length === 0) return NOTHING;
    const { mutators, problems } = readMutators(documents);
    const fault = findFault(problems);
    if (fault !== undefined) return { ok: false, error: fault };
    const { operation, userInfo, providers } = this.one;
    const ruling: MutationRuling = {
      mutators,
      ...this.#namespaces(inventory),
      ...(operation !== undefined && { operation }),
      ...(userInfo?.username !== undefined && { username: userInfo.username }),
      ...(providers !== undefined && { providers }),
    };
    const own = mutateObject(object, ruling);
    if (!own.ok) return own;
    // A workload that is judged by its pods is so by what becomes of them; a request is judged as it is.
    const isRequest = operation !== undefined || userInfo !== undefined;
    const judged: Outcome<unknown> = isRequest ? { ok: true, value: own.value.object } : mutateWorkload(object, ruling);
    return judged.ok ? { ok: true, value: { after: own.value.object, judged: judged.value } } : judged;
  }

  /** The labels of the namespaces, and the one that the case is about. */
  #namespaces(inventory: readonly unknown[]) {
    const { namespace } = this.one;
    const namespaces = new Map<string, Labels>();
    for (const object of inventory) {
      const { kind, apiVersion, name } = readIdentity(object);
      if (kind === "Namespace" && apiVersion === "v1") namespaces.set(name, readLabels(object));
    }
    const name = namespace?.name;
    return {
      namespaces,
      ...(namespace !== undefined && { namespaceLabels: namespace.labels }),
      ...(name !== undefined && { namespace: name }),
    };
  }

  #decide(object: unknown, oldObject: unknown, inventory: readonly unknown[], policies: PolicySet): Decision {
    const { operation, userInfo, providers } = this.one;
    const surroundings = this.#namespaces(inventory);
    const namespace = namespaceFor(object ?? oldObject, surroundings);
    const namespaceObject = describeNamespace(namespace, surroundings);
    const facts = providers === undefined ? {} : { facts: { providers } };
    if (operation === undefined && userInfo === undefined) {
      const labels = readLabels(namespaceObject);
      return evaluate(object, labels, policies, { namespace, inventory, ...facts });
    }
    return review(
      {
        operation: operation ?? "CREATE",
        ...(object === undefined && describeKind(oldObject)),
        ...(object !== undefined && { object }),
        ...(oldObject !== undefined && { oldObject }),
        ...(userInfo !== undefined && { userInfo }),
        ...(namespace !== "" && { namespace, namespaceObject }),
        inventory,
        ...facts,
      },
      policies,
    );
  }
}

/** Of what is deleted the request says what it is. */
const describeKind = (object: unknown): Pick<Review, "kind" | "name"> => {
  const { apiVersion, kind, name } = readIdentity(object);
  const [version = "", group = ""] = apiVersion.split("/").toReversed();
  return { kind: { group, version, kind }, name };
};

const NOTHING = { ok: true, value: undefined } as const;

/** Puts parameters into a constraint, field by field; other documents stay as they are. */
const withParameters = (document: unknown, parameters: Readonly<Record<string, unknown>>): unknown => {
  if (!readIdentity(document).apiVersion.startsWith("constraints.gatekeeper.sh/")) return document;
  const spec = Object(readField(document, "spec"));
  return {
    ...Object(document),
    spec: { ...spec, parameters: { ...Object(readField(spec, "parameters")), ...parameters } },
  };
};

const describe = (decision: Decision, mutation: Verdict["mutation"] | undefined): Outcome<Verdict> => {
  const fault = findFault(decision.problems);
  if (fault !== undefined) return { ok: false, error: fault };
  const violations = decision.violations.map(({ policy, rule, action, message, constraint }) => ({
    policy: policy.name,
    rule,
    action,
    message,
    ...(constraint !== undefined && { constraint: constraint.name }),
  }));
  return { ok: true, value: { violations, ...(mutation !== undefined && { mutation }) } };
};
