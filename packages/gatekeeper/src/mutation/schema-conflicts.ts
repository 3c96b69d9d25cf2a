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

/** What is claimed about one place, by those who take it for one type. */
interface Claimed {
  readonly users: Set<string>;
  readonly terminators: Set<string>;
  readonly places: Map<string, Map<NodeType, Claimed>>;
}

const claimNothing = (): Claimed => ({ users: new Set(), terminators: new Set(), places: new Map() });

/**
 * The schemas that mutators imply. Mutators that contradict each other are in conflict, and none of them may run.
 *
 * @source gatekeeper, pkg/mutation/schema
 */
export class SchemaConflicts {
  private readonly claims = new Map<string, SchemaClaim>();
  private readonly schemas = new Map<string, Claimed>();
  private readonly conflicting = new Set<string>();

  /**
   * Adds a claim, in place of an earlier one of the same id.
   *
   * @returns the ids of all conflicts along its location, sorted; empty when there is none
   */
  insert(claim: SchemaClaim): readonly string[] {
    this.remove(claim.id);
    this.claims.set(claim.id, claim);
    for (const binding of claim.bindings) this.insertBelow(this.schemaOf(binding), claim);
    const conflicts = this.conflictsAlong(claim);
    for (const id of conflicts) this.conflicting.add(id);
    return conflicts;
  }

  /** Takes a claim back; conflicts that it was part of may be over. */
  remove(id: string): void {
    const claim = this.claims.get(id);
    if (claim === undefined) return;
    this.claims.delete(id);
    this.conflicting.delete(id);
    for (const binding of claim.bindings) removeBelow(this.schemaOf(binding), claim);
    for (const other of this.conflicting) {
      const rest = this.claims.get(other);
      if (rest === undefined || this.conflictsAlong(rest).length === 0) this.conflicting.delete(other);
    }
  }

  /** Whether a mutator must not run. */
  has(id: string): boolean {
    return this.conflicting.has(id);
  }

  private schemaOf(binding: string): Claimed {
    const known = this.schemas.get(binding) ?? claimNothing();
    this.schemas.set(binding, known);
    return known;
  }

  private insertBelow(schema: Claimed, claim: SchemaClaim): void {
    let claimed = schema;
    for (const [key, type] of placesOf(claim)) {
      const types = claimed.places.get(key) ?? new Map<NodeType, Claimed>();
      claimed.places.set(key, types);
      const next = types.get(type) ?? claimNothing();
      types.set(type, next);
      next.users.add(claim.id);
      claimed = next;
    }
    if (claim.mustTerminate) claimed.terminators.add(claim.id);
  }

  private conflictsAlong(claim: SchemaClaim): readonly string[] {
    const conflicts = new Set<string>();
    for (const binding of claim.bindings) {
      for (const types of walkPlaces(this.schemaOf(binding), claim)) {
        for (const id of conflictsAt(types)) conflicts.add(id);
      }
    }
    return sortedSet([...conflicts]);
  }
}

/** The places on the way of a claim: the key of each node, and the type that the claim takes its value for. */
const placesOf = ({ location, terminalType }: SchemaClaim): readonly (readonly [string, NodeType])[] =>
  location.map((node, depth) => [
    node.type === "Object" ? node.name : node.key,
    location[depth + 1]?.type ?? terminalType,
  ]);

/** What is claimed, by type, about each place on the way of a claim. */
function* walkPlaces(schema: Claimed, claim: SchemaClaim): Generator<ReadonlyMap<NodeType, Claimed>> {
  let claimed: Claimed | undefined = schema;
  for (const [key, type] of placesOf(claim)) {
    const types: ReadonlyMap<NodeType, Claimed> | undefined = claimed?.places.get(key);
    if (types === undefined) return;
    yield types;
    claimed = types.get(type);
  }
}

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
const conflictsAt = (types: ReadonlyMap<NodeType, Claimed>): readonly string[] => {
  const known = [...types].filter(([type]) => type !== "Unknown");
  const torn = known.filter(
    ([type, { places }]) => known.length > 1 || (type === "List" && [...places.values()].filter(isClaimed).length > 1),
  );
  return [...torn.flatMap(([, { users }]) => [...users]), ...terminationConflicts([...types.values()])];
};

const isClaimed = (types: ReadonlyMap<NodeType, Claimed>): boolean => types.size > 0;

/** Where somebody must terminate and somebody goes on, those who must, and those directly below. */
const terminationConflicts = (claims: readonly Claimed[]): readonly string[] => {
  const terminators = claims.flatMap((claimed) => [...claimed.terminators]);
  if (terminators.length === 0) return [];
  const below = claims.flatMap(({ places }) => [...places.values()].flatMap((types) => [...types.values()]));
  return below.length === 0 ? [] : [...terminators, ...below.flatMap(({ users }) => [...users])];
};
