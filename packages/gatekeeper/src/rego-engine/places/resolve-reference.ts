import type { FieldPath } from "@ostiary/core";
import type { Reference, Term, Value } from "@ostiary/rego";
import type { Locate } from "./located-values.js";

/** A place in the object under review; without a value the field is not there. */
export interface Place {
  readonly path: FieldPath;
  readonly value: Value | undefined;
}

/** What is known where a literal has a solution. */
export interface Solution {
  /** The object under review. */
  readonly object: Value | undefined;
  readonly locate: Locate;
  readonly bindings: ReadonlyMap<string, Value>;
}

/** What is done where a part of a reference is any member: go into each of them, or stay before. */
export type OnAnyMember = "enter" | "stay";

/** Further places tell nobody anything. */
const MOST_PLACES = 20;

/** Whether a variable is one of the documents that every rule sees. */
export const isDocument = (term: Term): boolean =>
  term.kind === "variable" && (term.name === "input" || term.name === "data");

/** Whether a reference may read the object, as far as is known without the values of variables. */
export const mayLeadIntoObject = ({ head, path }: Reference): boolean => {
  if (!isDocument(head)) return head.kind === "variable";
  return head.kind === "variable" && head.name === "input" && isText(path[0], "review") && isText(path[1], "object");
};

/** The places in the object that a reference reads; none for one that reads elsewhere. */
export const resolveReference = (
  reference: Reference,
  solution: Solution,
  onAnyMember: OnAnyMember,
): readonly Place[] => {
  const { head, path } = reference;
  if (head.kind !== "variable" || !mayLeadIntoObject(reference)) return [];
  if (head.name === "input") return walk({ path: [], value: solution.object }, path.slice(2), solution, onAnyMember);
  return walk(placeOf(solution.bindings.get(head.name), solution), path, solution, onAnyMember);
};

/** The place of what a variable holds, when that is a part of the object. */
export const placeOf = (value: Value | undefined, { locate }: Solution): Place | undefined => {
  const path = locate(value);
  return path === undefined ? undefined : { path, value };
};

const isText = (term: Term | undefined, text: string): boolean => term?.kind === "scalar" && term.value === text;

const walk = (
  start: Place | undefined,
  parts: readonly Term[],
  solution: Solution,
  onAnyMember: OnAnyMember,
): readonly Place[] => {
  let places: readonly Place[] = start === undefined ? [] : [start];
  for (const part of parts) {
    const key = keyOf(part, solution);
    if (key !== undefined) places = places.map((place) => memberAt(place, key));
    else if (onAnyMember === "stay") return places;
    else places = places.flatMap(membersOf).slice(0, MOST_PLACES);
  }
  return places;
};

/** The key that a part of a reference stands for; `undefined` when it is any. */
const keyOf = (part: Term, { bindings }: Solution): string | number | undefined => {
  const value = part.kind === "scalar" ? part.value : undefined;
  const bound = part.kind === "variable" ? bindings.get(part.name) : value;
  return typeof bound === "string" || typeof bound === "number" ? bound : undefined;
};

const memberAt = ({ path, value }: Place, key: string | number): Place => ({
  path: [...path, key],
  value: typeof value === "object" && value !== null && Object.hasOwn(value, key) ? memberOf(value, key) : undefined,
});

/** An own member of a list or an object that came as JSON. */
const memberOf = (value: object, key: string | number): Value => (value as Record<string | number, Value>)[key] ?? null;

const membersOf = ({ path, value }: Place): readonly Place[] => {
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).map(([key, member]) => ({ path: [...path, isList ? Number(key) : key], value: member }));
};
