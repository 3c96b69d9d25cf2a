import { quote } from "../../value/quote.js";
import type { Field, FragmentSpread, InlineFragment, Selection } from "./graphql-tree.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/** The schema has operations of the kind. */
export const knownRootType: Rule = (walk) => ({
  operation(operation) {
    if (walk.rootOf(operation) === undefined)
      walk.report(`Schema does not support operation type "${operation.operation}"`, operation);
  },
});

/** An operation without a name is alone. */
export const loneAnonymousOperation: Rule = (walk) => ({
  operation(operation) {
    if (operation.name === "" && walk.document.operations.length > 1)
      walk.report("This anonymous operation must be the only defined operation.", operation);
  },
});

/** No two operations have the same name. */
export const uniqueOperationNames: Rule = (walk) => {
  const seen = new Set<string>();
  return {
    operation(operation) {
      const { name } = operation;
      if (seen.has(name)) walk.report(`There can be only one operation named "${name}".`, operation);
      seen.add(name);
    },
  };
};

/** A subscription is to one field, which is not introspection. */
export const singleFieldSubscriptions: Rule = (walk) => ({
  operation(operation) {
    if (walk.schema.roots.subscription === undefined || operation.operation !== "subscription") return;
    const subject = operation.name === "" ? "Anonymous Subscription" : `Subscription ${quote(operation.name)}`;
    const fields = topFields(walk, operation.selectionSet);
    const [, second] = fields;
    if (second !== undefined) walk.report(`${subject} must select only one top level field.`, second);
    for (const field of fields) {
      if (field.name.startsWith("__"))
        walk.report(`${subject} must not select an introspection top level field.`, field);
    }
  },
});

/** The fields of an operation, each name once. */
function topFields(walk: GraphqlWalk, selections: readonly Selection[]): readonly Field[] {
  const fields = new Map<string, Field>();
  const followed = new Set<string>();
  const collect = (members: readonly Selection[]): void => {
    for (const member of members) {
      const inner = member.node === "Field" ? [] : inside(walk, member);
      // What follows a fragment that is not there is not looked at.
      if (inner === undefined) return;
      if (member.node === "Field" && !fields.has(member.name)) fields.set(member.name, member);
      if (member.node === "FragmentSpread" && followed.has(member.name)) continue;
      if (member.node === "FragmentSpread") followed.add(member.name);
      walk.nested(() => collect(inner));
    }
  };
  collect(selections);
  return [...fields.values()];
}

const inside = (walk: GraphqlWalk, member: FragmentSpread | InlineFragment): readonly Selection[] | undefined =>
  (member.node === "FragmentSpread" ? walk.spreadFragment(member) : member)?.selectionSet;

/** How many lists of types introspection may ask for inside each other. */
const mostLists = 3;

const lists = new Set(["fields", "interfaces", "possibleTypes", "inputFields"]);

/** Introspection does not go round in circles. */
export const maxIntrospectionDepth: Rule = (walk) => ({
  field(field) {
    if (field.name !== "__schema" && field.name !== "__type") return;
    if (isTooDeep(walk, field, 0, new Set())) walk.report("Maximum introspection depth exceeded", field);
  },
});

function isTooDeep(walk: GraphqlWalk, selection: Selection, outer: number, inside: Set<string>): boolean {
  walk.schema.charge(1);
  if (selection.node === "FragmentSpread") {
    const fragment = walk.spreadFragment(selection);
    if (fragment === undefined || inside.has(selection.name)) return false;
    inside.add(selection.name);
    const isDeep = walk.nested(() => fragment.selectionSet.some((one) => isTooDeep(walk, one, outer, inside)));
    inside.delete(selection.name);
    return isDeep;
  }
  const depth = selection.node === "Field" && lists.has(selection.name) ? outer + 1 : outer;
  return depth >= mostLists || selection.selectionSet.some((one) => isTooDeep(walk, one, depth, inside));
}
