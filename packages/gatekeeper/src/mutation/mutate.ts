import type { Json } from "@ostiary/core";
import { readMatchNamespace } from "@ostiary/core/match";
import { typeName } from "@ostiary/rules";
import { type Outcome, succeed } from "../outcome.js";
import { ExternalDataResolver, type ProviderAnswers } from "./external-data.js";
import { createPatch, type PatchOperation } from "./json-patch.js";
import { annotateMutations } from "./mutation-annotations.js";
import { type MutationError, type Run, runToFixedPoint, type TraceEntry } from "./mutation-run.js";
import type { MutatorSet } from "./read-mutators.js";
import { isFields, settle, type WorkingFields, type WorkingValue } from "./working-value.js";

/** What mutators may depend on beside the object. */
export interface MutationContext {
  /** The Namespace that the object is in, as an object; the namespace selectors of mutators need it. */
  readonly namespace?: unknown;
  /** Whether the object comes from a request or was made by an expansion. Default `Original`. */
  readonly source?: "Original" | "Generated";
  /** The operation of the request; without one, only mutators for all operations apply. */
  readonly operation?: string;
  /** Who makes the request: what external data may be asked by. */
  readonly username?: string;
  /** The answers of providers of external data; {@link externalDataKeys} tells what they are to be asked. */
  readonly providers?: ProviderAnswers;
  /** Names this run in messages and annotations. Default: the UUID of zeros. */
  readonly id?: string;
  /** Whether path tests that stop a mutator are traced. Default false. */
  readonly explain?: boolean;
  /** Whether mutated objects are annotated with the mutators. Default `omit`, as in Gatekeeper. */
  readonly annotations?: "add" | "omit";
}

/** What became of an object. */
export interface Mutation {
  /** Whether any mutator has changed it. With the number model `cluster` a change may be one of number types only. */
  readonly mutated: boolean;
  /** The object, which shares with the one handed in what is unchanged, and is that one if nothing is. */
  readonly object: Json;
  /** RFC 6902: turns the object handed in into the other. */
  readonly patch: readonly PatchOperation[];
  /** Which mutator changed what, in which iteration. */
  readonly trace: readonly TraceEntry[];
  /** How many iterations it took until nothing changed any more, as Gatekeeper counts: 0 when nothing changed at all. */
  readonly iterations: number;
}

const NO_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Applies mutators to an object as Gatekeeper does: in their order, again and again, until nothing changes. The object handed
 * in is not changed.
 *
 * @param object - a Kubernetes object
 * @param mutators - of `readMutators`
 */
export const mutate = (
  object: unknown,
  mutators: MutatorSet,
  context: MutationContext = {},
): Outcome<Mutation, MutationError> =>
  attempt(object, mutators, context, (original, run) => {
    if (run.iterations === 0) return succeed(describe(original, original, run));
    const resolver = new ExternalDataResolver(context.providers ?? {});
    const resolved = settleRun(original, run, mutators, (placeholder) => resolver.resolve(placeholder));
    if (resolver.fault !== undefined) {
      const { iterations: iteration, trace } = run;
      const message = `failed to resolve external data placeholders: ${resolver.fault}`;
      return { ok: false, error: { code: "external-data-failed", message, iteration, trace } };
    }
    const after =
      context.annotations === "add" ? annotateMutations(resolved, run.acted, context.id ?? NO_ID) : resolved;
    return succeed(describe(original, after, run));
  });

/**
 * Finds out what providers of external data must be asked for an object, by the names of the providers. Whoever has asked
 * them hands their answers to `mutate`.
 */
export const externalDataKeys = (
  object: unknown,
  mutators: MutatorSet,
  context: MutationContext = {},
): Outcome<ReadonlyMap<string, ReadonlySet<string>>, MutationError> =>
  attempt(object, mutators, context, (original, run) => {
    const keys = new Map<string, Set<string>>();
    settleRun(original, run, mutators, ({ source: { provider }, key }) => {
      const known = keys.get(provider) ?? new Set();
      keys.set(provider, known.add(key));
      return key;
    });
    return succeed(keys);
  });

/** Runs the mutators. Objects may have getters that throw, and a run that throws has failed. */
const attempt = <Result>(
  object: unknown,
  mutators: MutatorSet,
  context: MutationContext,
  conclude: (original: WorkingFields, run: Run) => Outcome<Result, MutationError>,
): Outcome<Result, MutationError> => {
  try {
    // Whatever is handed in is taken for JSON, as it comes from readers; what is not is left where it is.
    const original = object as WorkingValue;
    if (!isFields(original)) return refuse("invalid-object", `expected an object, found ${typeName(object)}`);
    const run = runToFixedPoint(original, mutators, readContext(context));
    return run.ok ? conclude(original, run.value) : run;
  } catch (error) {
    return refuse("internal", `could not be mutated: ${error instanceof Error ? error.message : typeof error}`);
  }
};

const refuse = (code: string, message: string): { readonly ok: false; readonly error: MutationError } => ({
  ok: false,
  error: { code, message, iteration: 0, trace: [] },
});

const readContext = (context: MutationContext): Parameters<typeof runToFixedPoint>[2] => {
  const { namespace, source = "Original", operation = "", username = "", id = NO_ID, explain = false } = context;
  const known = namespace === undefined || namespace === null ? undefined : readMatchNamespace(namespace);
  return { namespace: known, source, operation, username, id, explain };
};

/** Replaces all stand-ins, if any mutator can have left some. */
const settleRun = (
  original: WorkingFields,
  run: Run,
  { mutators }: MutatorSet,
  resolve: Parameters<typeof settle>[2],
): WorkingFields =>
  mutators.some(({ setsStandIns }) => setsStandIns)
    ? // The place of an object is taken by an object.
      (settle(run.object, original, resolve) as WorkingFields)
    : run.object;

const describe = (before: WorkingFields, after: WorkingFields, { iterations, trace }: Run): Mutation => {
  // Both are free of stand-ins.
  const [original, object] = [before as Json, after as Json];
  return { mutated: iterations > 0, object, patch: createPatch(original, object), trace, iterations };
};
