import type { Term } from "../syntax/ast.js";
import { get, keysOf, sortedKeys } from "../value/collection.js";
import { isArray, isPlainObject, isSet, type PlainObject, type Value } from "../value/value.js";
import type { Consume, Context, Evaluate, Frame, Match, Run } from "./context.js";
import { matchAnything, planMatch } from "./match.js";
import { getProperty, planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";

/** One part of a path: a constant name, a key that is known, or a pattern that each key is matched with. */
export type Part = { readonly name: string } | { readonly key: Evaluate } | { readonly each: Match };

/** A search for the values of a reference; each value is handed to `consume`. */
export type Search = (consume: Consume) => Run;

/** Plans the parts of a path from left to right: what one binds is known to the next. */
export function planParts(path: readonly Term[], scope: Scope, planner: Planner): readonly Part[] {
  return path.map((part): Part => {
    if (!scope.knows(part)) return { each: planMatch(part, scope, planner) };
    if (part.kind === "scalar" && typeof part.value === "string") return { name: part.value };
    return { key: planTerm(part, scope, planner) };
  });
}

/** Follows a path through values. */
export const walkParts = (parts: readonly Part[], consume: Consume, order: Scope["order"]): Consume =>
  parts.reduceRight<Consume>((next, part) => walkPart(part, next, order), consume);

/** Follows one part of a path. */
export function walkPart(part: Part, next: Consume, order: Scope["order"]): Consume {
  if ("name" in part) return lookUpName(part.name, next);
  return "key" in part ? lookUp(part.key, next) : enumerate(part.each, next, order);
}

function lookUpName(name: string, next: Consume): Consume {
  return (collection, frame, context) => {
    const value = getProperty(collection, name);
    return value !== undefined && next(value, frame, context);
  };
}

/** Continues with what stands at a known key. */
function lookUp(planKey: Evaluate, next: Consume): Consume {
  return (collection, frame, context) => {
    const key = planKey(frame, context);
    const value = key === undefined ? undefined : get(collection, key);
    return value !== undefined && next(value, frame, context);
  };
}

/** Continues with what stands at each key that matches. */
function enumerate(match: Match, next: Consume, order: Scope["order"]): Consume {
  const visit: Visit =
    match === matchAnything ? (_key, value, frame, context) => next(value, frame, context) : visitMatching(match, next);
  return (collection, frame, context) => {
    const isSorted = order === "sorted" || context.evaluation.isOrderVisible;
    if (isArray(collection)) return someElement(collection, visit, frame, context);
    if (isPlainObject(collection)) {
      return someProperty(
        collection,
        isSorted ? sortedKeys(collection) : Object.keys(collection),
        visit,
        frame,
        context,
      );
    }
    if (isSet(collection)) {
      return someElement(isSorted ? collection.sorted() : collection.values(), visitMember(visit), frame, context);
    }
    return keysOf(collection).some((key) => visitAt(collection, key, visit, frame, context));
  };
}

/** Takes a key and its value; true ends the search. */
type Visit = (key: Value, value: Value, frame: Frame, context: Context) => boolean;

const visitMatching =
  (match: Match, next: Consume): Visit =>
  (key, value, frame, context) =>
    match(key, frame, context) && next(value, frame, context);

/** The key of a member is the member. */
const visitMember =
  (visit: Visit): Visit =>
  (_position, member, frame, context) =>
    visit(member, member, frame, context);

function someElement(elements: readonly Value[], visit: Visit, frame: Frame, context: Context): boolean {
  const { budget } = context.evaluation;
  for (let index = 0; index < elements.length; index += 1) {
    budget.spend(1);
    const value = elements[index];
    if (value !== undefined && visit(index, value, frame, context)) return true;
  }
  return false;
}

function someProperty(
  object: PlainObject,
  keys: readonly string[],
  visit: Visit,
  frame: Frame,
  context: Context,
): boolean {
  const { budget } = context.evaluation;
  for (const key of keys) {
    budget.spend(1);
    const value = object[key];
    if (value !== undefined && visit(key, value, frame, context)) return true;
  }
  return false;
}

function visitAt(collection: Value, key: Value, visit: Visit, frame: Frame, context: Context): boolean {
  context.evaluation.budget.spend(1);
  const value = get(collection, key);
  return value !== undefined && visit(key, value, frame, context);
}
