import { sortedSet } from "@ostiary/rules";
import type { Location, LocationNode } from "./location-path.js";
import type { TerminalType } from "./mutator.js";

/** What a mutator says about the shape of the objects that it changes. */
export interface SchemaClaim {
  /** As printed. */
  readonly id: string;
  readonly location: Location;
  readonly terminalType: TerminalType;
  readonly mustTerminate: boolean;
  /** Kinds and operations; claims about different ones never meet. */
  readonly bindings: ReadonlySet<string>;
}

type NodeType = LocationNode["type"] | TerminalType;

/** What those claim who take a place for one type. */
interface Claimed {
  readonly users: Set<string>;
  readonly terminators: Set<string>;
  readonly places: Map<string, Map<NodeType, Claimed>>;
}

/** What is claimed about one place, by the types that it is taken for. */
type Types = ReadonlyMap<NodeType, Claimed>;

const claimNothing = (): Claimed => ({ users: new Set(), terminators: new Set(), places: new Map() });

/** Conflicts of more mutators are not told in full: lists of them would grow with the square of their number. */
const MOST_TOLD = 100;

/**
 * The schemas that mutators imply. Mutators that contradict each other are in conflict, and none of them may run. The order in
 * which they come does not matter.
 *
 * @source gatekeeper, pkg/mutation/schema
 */
export class SchemaConflicts {
  private readonly claims = new Map<string, SchemaClaim>();
  private readonly schemas = new Map<string, Claimed>();

  /**
   * Adds a claim, in place of an earlier one of the same id.
   *
   * @returns the ids of all conflicts along its location, sorted, a hundred at most; empty when there is none
   */
  insert(claim: SchemaClaim): readonly string[] {
    this.remove(claim.id);
    this.claims.set(claim.id, claim);
    const conflicts = new Set<string>();
    for (const binding of claim.bindings) {
      const ids = insertBelow(this.schemaOf(binding), claim).flatMap(conflictsAt);
      for (const id of ids) if (conflicts.size < MOST_TOLD) conflicts.add(id);
    }
    return sortedSet([...conflicts]);
  }

  /** Takes a claim back; conflicts that it was part of may be over. */
  remove(id: string): void {
    const claim = this.claims.get(id);
    if (claim === undefined) return;
    this.claims.delete(id);
    for (const binding of claim.bindings) removeBelow(this.schemaOf(binding), claim);
  }

  /** The mutators that must not run. */
  conflicting(): ReadonlySet<string> {
    const ids = new Set<string>();
    const claims = [...this.schemas.values()];
    for (let claimed = claims.pop(); claimed !== undefined; claimed = claims.pop()) {
      for (const types of claimed.places.values()) {
        for (const id of conflictsAt(types)) ids.add(id);
        for (const below of types.values()) claims.push(below);
      }
    }
    return ids;
  }

  private schemaOf(binding: string): Claimed {
    const known = this.schemas.get(binding) ?? claimNothing();
    this.schemas.set(binding, known);
    return known;
  }
}

/** The places on the way of a claim: the key of each node, and the type that the claim takes its value for. */
const placesOf = ({ location, terminalType }: SchemaClaim): readonly (readonly [string, NodeType])[] =>
  location.map((node, depth) => [
    node.type === "Object" ? node.name : node.key,
    location[depth + 1]?.type ?? terminalType,
  ]);

/** Adds a claim to a schema; gives back what is claimed about each place on its way. */
const insertBelow = (schema: Claimed, claim: SchemaClaim): readonly Types[] => {
  const way: Types[] = [];
  let claimed = schema;
  for (const [key, type] of placesOf(claim)) {
    const types = claimed.places.get(key) ?? new Map<NodeType, Claimed>();
    claimed.places.set(key, types);
    const next = types.get(type) ?? claimNothing();
    types.set(type, next);
    next.users.add(claim.id);
    way.push(types);
    claimed = next;
  }
  if (claim.mustTerminate) claimed.terminators.add(claim.id);
  return way;
};

const removeBelow = (schema: Claimed, claim: SchemaClaim): void => {
  let claimed: Claimed | undefined = schema;
  for (const [key, type] of placesOf(claim)) {
    const types: Map<NodeType, Claimed> | undefined = claimed?.places.get(key);
    const next: Claimed | undefined = types?.get(type);
    next?.users.delete(claim.id);
    next?.terminators.delete(claim.id);
    // A place that nobody claims to be of a type any more must not count as one.
    if (next?.users.size === 0) types?.delete(type);
    claimed = next;
  }
};

/** Who is in conflict about one place. */
const conflictsAt = (types: Types): readonly string[] => {
  const known = [...types].filter(([type]) => type !== "Unknown");
  const torn = known.filter(([type, { places }]) => known.length > 1 || (type === "List" && countClaimed(places) > 1));
  return [...torn.flatMap(([, { users }]) => [...users]), ...terminationConflicts([...types.values()])];
};

const countClaimed = (places: Claimed["places"]): number => [...places.values()].filter(({ size }) => size > 0).length;

/** Where somebody must terminate and somebody goes on, those who must, and those directly below. */
const terminationConflicts = (claims: readonly Claimed[]): readonly string[] => {
  const terminators = claims.flatMap((claimed) => [...claimed.terminators]);
  const below = claims.flatMap(({ places }) => [...places.values()].flatMap((types) => [...types.values()]));
  if (terminators.length === 0 || below.length === 0) return [];
  return [...terminators, ...below.flatMap(({ users }) => [...users])];
};
