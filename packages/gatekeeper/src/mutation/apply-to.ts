import { goQuote, type ObjectView } from "@ostiary/rules";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/** One entry of `applyTo`. */
export interface ApplyToEntry {
  readonly groups: readonly string[];
  readonly versions: readonly string[];
  readonly kinds: readonly string[];
  /** `CREATE`, `UPDATE` or `*`; empty for all. */
  readonly operations: readonly string[];
}

/** Which objects a mutator changes, and at which operations. */
export type ApplyTo = readonly ApplyToEntry[];

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The operations at which objects are changed. */
const OPERATIONS = ["CREATE", "UPDATE"] as const;
const ACCEPTED: readonly string[] = [...OPERATIONS, "*"];

/** More kinds than a mutator can mean: lists are multiplied, and a schema is kept for each kind. */
const MOST_KINDS = 1000;

/**
 * Reads the `applyTo` of a mutator.
 *
 * @param mutator - kind, the word mutator and name, for messages
 * @source gatekeeper, pkg/mutation/mutators/core/mutator.go, NewValidatedBindings
 */
export const readApplyTo = (spec: ObjectView, mutator: string, release: GatekeeperRelease): Outcome<ApplyTo> => {
  const knowsOperations = isSince(release, "3.23");
  const entries = spec.objects("applyTo").map((entry) => ({
    groups: entry.strings("groups"),
    versions: entry.strings("versions"),
    kinds: entry.strings("kinds"),
    operations: knowsOperations ? entry.strings("operations") : [],
  }));
  const invalid = (why: string): ReturnType<typeof fail> =>
    fail("invalid-mutator", `invalid applyTo for ${mutator}${why}`);
  if (entries.some((entry) => countKinds(entry) === 0)) {
    return invalid(", all of group, version and kind must be specified");
  }
  const faults = operationFaults(entries);
  if (faults.length > 0) return invalid(`: ${faults.join("; ")}`);
  if (entries.length === 0) return fail("invalid-mutator", `applyTo required for ${mutator}`);
  if (entries.reduce((sum, entry) => sum + countKinds(entry), 0) > MOST_KINDS) {
    return invalid(`: more than ${MOST_KINDS} kinds of objects`);
  }
  return succeed(entries);
};

const countKinds = ({ groups, versions, kinds }: ApplyToEntry): number =>
  groups.length * versions.length * kinds.length;

/** What is wrong with the operations of the entries, in Gatekeeper's words. */
export const operationFaults = (entries: readonly Pick<ApplyToEntry, "operations">[]): readonly string[] =>
  entries.flatMap(({ operations }, index) => {
    const place = `applyTo[${index}].operations`;
    const faults = operations.flatMap((operation, position) => [
      ...(operations.indexOf(operation) < position ? [`duplicate operation ${goQuote(operation)} in ${place}`] : []),
      ...(ACCEPTED.includes(operation)
        ? []
        : [`invalid operation ${goQuote(operation)} in ${place}: must be one of ${ACCEPTED.join(", ")}`]),
    ]);
    const isMixed = operations.includes("*") && operations.length > 1;
    return isMixed ? [...faults, `wildcard "*" in ${place} must not be combined with other operations`] : faults;
  });

/**
 * Whether one entry names both the kind of the object and the operation.
 *
 * @param operation - empty when there is none, as in an audit: then only entries for all operations apply
 */
export const appliesTo = (applyTo: ApplyTo, kind: GroupVersionKind, operation: string): boolean =>
  applyTo.some((entry) => namesKind(entry, kind) && namesOperation(entry, operation));

/** Whether an entry names a kind of objects; case counts, and there are no wildcards. */
export const namesKind = (
  entry: Omit<ApplyToEntry, "operations">,
  { group, version, kind }: GroupVersionKind,
): boolean => entry.groups.includes(group) && entry.versions.includes(version) && entry.kinds.includes(kind);

const namesOperation = (entry: ApplyToEntry, operation: string): boolean => {
  const operations: readonly string[] = effectiveOperations(entry);
  return operation === "" ? operations.length === OPERATIONS.length : operations.includes(operation);
};

const effectiveOperations = ({ operations }: ApplyToEntry): readonly (typeof OPERATIONS)[number][] =>
  operations.length === 0 || operations.includes("*")
    ? OPERATIONS
    : OPERATIONS.filter((operation) => operations.includes(operation));

/** Names every kind and operation of the entries, each once: what has a schema of its own. */
export const schemaBindings = (applyTo: ApplyTo): ReadonlySet<string> => {
  const bindings = new Set<string>();
  for (const entry of applyTo) {
    const operations = effectiveOperations(entry);
    for (const group of entry.groups) {
      for (const version of entry.versions) {
        for (const kind of entry.kinds) {
          for (const operation of operations) bindings.add(JSON.stringify([group, version, kind, operation]));
        }
      }
    }
  }
  return bindings;
};
