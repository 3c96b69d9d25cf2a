import type { Reference, Term } from "../syntax/ast.js";
import { get, keysOf, sortedKeys } from "../value/collection.js";
import { isArray, isPlainObject, isSet, type Value } from "../value/value.js";
import type { Consume, Evaluate, Match, Run } from "./context.js";
import { planMatch } from "./match.js";
import { planDataSearch } from "./plan-data.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";

/** One part of a path: a key that is known, or a pattern that each key is matched with. */
export type Part = { readonly key: Evaluate } | { readonly each: Match };

/** A search for the values of a reference; each value is handed to `consume`. */
export type Search = (consume: Consume) => Run;

/** Plans the parts of a path from left to right: what one binds is known to the next. */
export function planParts(path: readonly Term[], scope: Scope, planner: Planner): readonly Part[] {
  return path.map((part): Part => {
    if (!scope.knows(part)) return { each: planMatch(part, scope, planner) };
    return { key: planTerm(part, scope, planner) };
  });
}

/** Plans a reference that may have several values. */
export function planSearch(reference: Reference, scope: Scope, planner: Planner): Search {
  const { head, path } = reference;
  if (head.kind === "variable" && head.name === "data") return planDataSearch(path, scope, planner);
  const base = planTerm(head, scope, planner);
  const parts = planParts(path, scope, planner);
  return (consume) => {
    const walk = walkParts(parts, consume, scope.order);
    return (frame, context) => {
      const value = base(frame, context);
      return value !== undefined && walk(value, frame, context);
    };
  };
}

/** Follows a path through values. */
export const walkParts = (parts: readonly Part[], consume: Consume, order: Scope["order"]): Consume =>
  parts.reduceRight(
    (next, part) => ("key" in part ? lookUp(part.key, next) : enumerate(part.each, next, order)),
    consume,
  );

/** Continues with what stands at a known key. */
export function lookUp(planKey: Evaluate, next: Consume): Consume {
  return (collection, frame, context) => {
    const key = planKey(frame, context);
    const value = key === undefined ? undefined : get(collection, key);
    return value !== undefined && next(value, frame, context);
  };
}

/** Continues with what stands at each key that matches. */
export function enumerate(match: Match, next: Consume, order: Scope["order"]): Consume {
  const members = enumerateMembers(match, next, order);
  return (collection, frame, context) => {
    if (!isArray(collection)) return members(collection, frame, context);
    const { budget } = context.evaluation;
    for (let index = 0; index < collection.length; index += 1) {
      budget.spend(1);
      const value = collection[index];
      if (value !== undefined && match(index, frame, context) && next(value, frame, context)) return true;
    }
    return false;
  };
}

/** Hands on a key and its value; true ends the search. */
type Visit = (key: Value, value: Value | undefined) => boolean;

/** The same for sets and objects; sorting is left out where nobody can tell. */
function enumerateMembers(match: Match, next: Consume, order: Scope["order"]): Consume {
  return (collection, frame, context) => {
    const isSorted = order === "sorted" || context.evaluation.isOrderVisible;
    return someMember(collection, isSorted, (key, value) => {
      context.evaluation.budget.spend(1);
      return value !== undefined && match(key, frame, context) && next(value, frame, context);
    });
  };
}

function someMember(collection: Value, isSorted: boolean, visit: Visit): boolean {
  if (isSet(collection)) {
    const members = isSorted ? collection.sorted() : Array.from(collection.values());
    return members.some((member) => visit(member, member));
  }
  if (!isPlainObject(collection)) return keysOf(collection).some((key) => visit(key, get(collection, key)));
  const keys = isSorted ? sortedKeys(collection) : Object.keys(collection);
  return keys.some((key) => visit(key, collection[key]));
}
