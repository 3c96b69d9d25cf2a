import {
  answerMutation,
  applyPatch,
  externalDataKeys,
  type LoadedMutators,
  type MutationContext,
  mutate,
  readMutators,
} from "@ostiary/gatekeeper";
import type { Json } from "@ostiary/rules";
import { compare } from "../../compare.js";
import type { Outcome } from "../../suite.js";

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface MutateLine extends Pick<MutationContext, "operation" | "source" | "namespace" | "username" | "providers"> {
  readonly mutators: readonly Named[];
  readonly object: unknown;
  /** `null` where the mutation fails. */
  readonly expect: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly mutated?: boolean;
  readonly iterations?: number;
  readonly mutatorErrors?: readonly (string | null)[];
  readonly conflicts?: readonly string[];
}

interface WebhookLine extends Pick<MutateLine, "mutators" | "mutatorErrors" | "conflicts"> {
  readonly request: { readonly object?: Json };
  readonly namespaces: readonly Named[];
  readonly expect: { readonly patch?: unknown; readonly patchedObject?: unknown };
}

/** The collection holds mutators that an API server would not have let in, and what Gatekeeper makes of them. */
const load = (mutators: readonly unknown[]): LoadedMutators =>
  readMutators(mutators, { schema: "ignore", numbers: "cluster" });

/** Stands for the random identifier of a run. */
const ID = "<uuid>";

/** What was accepted of the mutators, in so far as the line tells it. */
const describeLoaded = (
  { problems, mutators }: LoadedMutators,
  line: Pick<MutateLine, "mutators" | "mutatorErrors">,
) => ({
  mutatorErrors: line.mutators.map((_mutator, index) => problems.find(({ document }) => document === index)?.message),
  conflicts: [...mutators.conflicting].map(({ id }) => `${id.kind}/${id.name}`).sort(),
});

const judgeMutate = (line: MutateLine): Outcome => {
  const { object, expect, error, message, mutated, iterations, mutatorErrors, conflicts } = line;
  const loaded = load(line.mutators);
  const outcome = mutate(object, loaded.mutators, { operation: "CREATE", ...contextOf(line), id: ID });
  const facts = outcome.ok ? outcome.value : { object: null, iterations: outcome.error.iteration, mutated: false };
  const tellsLoading = mutatorErrors !== undefined || conflicts !== undefined || iterations !== undefined;
  const actual = {
    object: facts.object,
    mutated: mutated === undefined ? undefined : facts.mutated,
    iterations: iterations === undefined ? undefined : facts.iterations,
    error: outcome.ok ? undefined : outcome.error.code,
    message: outcome.ok || message === undefined ? undefined : outcome.error.message,
    ...(tellsLoading ? describeLoaded(loaded, line) : {}),
  };
  const expected = {
    object: expect,
    mutated,
    iterations,
    error,
    message,
    ...(tellsLoading ? expectedLoading(line) : {}),
  };
  return compare(actual, expected);
};

const expectedLoading = ({ mutators, mutatorErrors, conflicts = [] }: Omit<MutateLine, "object" | "expect">) => ({
  mutatorErrors: mutators.map((_mutator, index) => mutatorErrors?.[index] ?? undefined),
  conflicts: conflicts.toSorted(),
});

const contextOf = ({ namespace, operation, source, username, providers }: MutateLine): MutationContext => ({
  namespace,
  ...(operation === undefined ? {} : { operation }),
  ...(source === undefined ? {} : { source }),
  ...(username === undefined ? {} : { username }),
  ...(providers === undefined ? {} : { providers }),
});

const judgeValidate = ({ mutators, expect, message }: MutateLine): Outcome => {
  const [problem] = load(mutators).problems;
  return compare({ accepted: problem === undefined, message: problem?.message }, { accepted: expect, message });
};

const judgeKeys = (line: MutateLine): Outcome => {
  const outcome = externalDataKeys(line.object, load(line.mutators).mutators, contextOf(line));
  const keys = outcome.ok ? [...outcome.value].map(([provider, set]) => [provider, [...set].sort()]) : [];
  return compare({ keys: Object.fromEntries(keys) }, { keys: line.expect });
};

/** The operations of a patch are compared by what they make of the object. */
const judgeWebhook = (line: WebhookLine): Outcome => {
  const { request, namespaces, expect } = line;
  const loaded = load(line.mutators);
  const findNamespace = (name: string) => namespaces.find(({ metadata }) => metadata.name === name);
  const { patch, ...answer } = answerMutation(request, loaded.mutators, { findNamespace, id: ID });
  const patched = patch === undefined ? undefined : applyPatch(request.object ?? null, patch);
  const { patch: _operations, ...expected } = expect;
  const patchedObject = patched?.ok === true ? patched.value : undefined;
  return compare(
    { ...answer, patchedObject, ...describeLoaded(loaded, line) },
    { ...expected, ...expectedLoading(line) },
  );
};

/** Mutators read, run, and asked by the webhook. */
export const MUTATION_RUNS = {
  validate: judgeValidate,
  mutate: judgeMutate,
  "external-data-keys": judgeKeys,
  "mutate-webhook": judgeWebhook,
};
