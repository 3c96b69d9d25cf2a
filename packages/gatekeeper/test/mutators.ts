import {
  type Mutation,
  type MutationContext,
  type MutationError,
  type MutatorSet,
  mutate,
  type Outcome,
  type ReadMutatorsOptions,
  readMutators,
} from "../src/index.js";

/** What a mutator's spec holds beside location and parameters. */
export interface SpecParts {
  readonly applyTo?: unknown;
  readonly match?: unknown;
}

export const PODS = [{ groups: [""], versions: ["v1"], kinds: ["Pod"] }];

/** A mutator's document; it applies to pods unless `more` says otherwise. */
export const makeMutator = (
  kind: string,
  location: unknown,
  parameters: unknown,
  { name = "one", ...more }: SpecParts & { readonly name?: string } = {},
) => ({
  apiVersion: "mutations.gatekeeper.sh/v1",
  kind,
  metadata: { name },
  spec: { ...(kind === "AssignMetadata" ? {} : { applyTo: PODS }), location, parameters, ...more },
});

export const makeAssign = (location: string, value: unknown, name = "one") =>
  makeMutator("Assign", location, { assign: { value } }, { name });

export const makePod = (spec: object = {}, metadata: object = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", ...metadata },
  spec,
});

/** Reads mutators that are all in order. */
export const load = (documents: readonly unknown[], options?: ReadMutatorsOptions): MutatorSet => {
  const { mutators, problems } = readMutators(documents, options);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return mutators;
};

/** Runs mutators over an object. */
export const run = (
  object: unknown,
  documents: readonly unknown[],
  context?: MutationContext,
  options?: ReadMutatorsOptions,
): Outcome<Mutation, MutationError> => mutate(object, load(documents, options), { operation: "CREATE", ...context });

/** What mutators make of an object; why they do not, as text. */
export const outcomeOf = (...args: Parameters<typeof run>): unknown => {
  const outcome = run(...args);
  return outcome.ok ? outcome.value.object : outcome.error.message.replace(/^.* failed for [^:]*: /, "");
};

/** What mutators make of a pod's spec. */
export const specAfter = (spec: object, documents: readonly unknown[], options?: ReadMutatorsOptions): unknown => {
  const after = outcomeOf(makePod(spec), documents, {}, options);
  // A pod stays one.
  return typeof after === "string" ? after : (after as ReturnType<typeof makePod>).spec;
};

/** The first problem of a document. */
export const problemOf = (document: unknown, options?: ReadMutatorsOptions): string | undefined =>
  readMutators([document], options).problems[0]?.message;
