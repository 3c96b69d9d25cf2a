import type { MatchNamespace, MatchSource, MatchTarget } from "@ostiary/core/match";
import type { GroupKind } from "@ostiary/rules";
import type { ApplyTo } from "./apply-to.js";
import type { Setter } from "./setter.js";
import type { Route } from "./walk-location.js";

/** What tells mutators apart. */
export interface MutatorId extends GroupKind {
  /** Empty: mutators are in no namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** The object as it is in the middle of a run, so far as values are taken from it. */
export interface MutatedObject extends MatchTarget {
  readonly version: string;
}

/** The type of value that a mutator makes of the last node of its location. */
export type TerminalType = "Unknown" | "Set" | "String";

/** A mutator ready for use. */
export interface Mutator extends Route {
  readonly id: MutatorId;
  /** `metadata.generation`, 0 when absent. */
  readonly generation: number | bigint;
  /** The kinds of objects and operations; `undefined` for an AssignMetadata, which has no such list and no schema. */
  readonly applyTo: ApplyTo | undefined;
  readonly terminalType: TerminalType;
  /** Whether no other mutator may go beyond the location. */
  readonly mustTerminate: boolean;
  /** Whether what it sets may hold stand-ins. */
  readonly setsStandIns: boolean;
  /** The match block. A fault fails the whole mutation. */
  readonly matches: (
    target: MatchTarget,
    namespace: MatchNamespace | undefined,
    source: MatchSource,
  ) => boolean | { readonly fault: string };
  /** What it sets in an object. */
  setter(object: MutatedObject, username: string): Setter;
}

/** Writes an id as Gatekeeper does: `Assign.mutations.gatekeeper.sh /name`. */
export const printMutatorId = ({ group, kind, namespace, name }: MutatorId): string =>
  `${group === "" ? kind : `${kind}.${group}`} ${namespace}/${name}`;
