import {
  compareMutatorIds,
  type MutatorId,
  parseLocation,
  type SchemaClaim,
  SchemaConflicts,
} from "@ostiary/gatekeeper";
import { compare } from "../../compare.js";
import type { Outcome } from "../../suite.js";

/** What a mutator implies of a schema, as the collection writes it. */
interface Claim extends Pick<SchemaClaim, "terminalType" | "mustTerminate"> {
  readonly id: string;
  readonly path: string;
  readonly gvks: readonly string[];
  readonly operations: readonly string[];
}

interface ConflictLine {
  readonly before: readonly Claim[];
  readonly add: Claim;
  readonly expect: readonly string[];
}

interface RemoveLine {
  readonly before: readonly Claim[];
  readonly remove: string;
  readonly check: string;
  readonly expect: unknown;
}

interface OrderLine {
  readonly before: readonly MutatorId[];
  readonly add: MutatorId;
  readonly expect: readonly string[];
}

const readClaim = ({ path, gvks, operations, ...claim }: Claim): SchemaClaim => {
  const location = parseLocation(path);
  const bindings = gvks.flatMap((gvk) => operations.map((operation) => `${gvk} ${operation}`));
  return { ...claim, location: location.ok ? location.value : [], bindings: new Set(bindings) };
};

const insertAll = (claims: readonly Claim[]): SchemaConflicts => {
  const conflicts = new SchemaConflicts();
  for (const claim of claims) conflicts.insert(readClaim(claim));
  return conflicts;
};

const judgeConflict = ({ before, add, expect }: ConflictLine): Outcome =>
  compare({ conflicts: insertAll(before).insert(readClaim(add)) }, { conflicts: expect });

const judgeRemove = ({ before, remove, check, expect }: RemoveLine): Outcome => {
  const conflicts = insertAll(before);
  const conflictBefore = conflicts.conflicting().has(check);
  conflicts.remove(remove);
  return compare(
    { conflictBefore, conflictAfter: conflicts.conflicting().has(check) },
    expect as object as Record<string, unknown>,
  );
};

const judgeOrder = ({ before, add, expect }: OrderLine): Outcome => {
  const ids = new Map([...before, add].map((id) => [JSON.stringify(id), id]));
  const names = [...ids.values()].sort(compareMutatorIds).map(({ name }) => name);
  return compare({ names }, { names: expect });
};

/** Which mutators contradict each other, and in which order the others run. */
export const SCHEMA_CONFLICTS = {
  "schema-conflict": judgeConflict,
  "schema-remove": judgeRemove,
  order: judgeOrder,
};
