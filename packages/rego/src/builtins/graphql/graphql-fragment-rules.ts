import { suggest } from "./graphql-suggestions.js";
import type { Definition } from "./graphql-tree.js";
import { nameOfType } from "./graphql-type.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

const isComposite = ({ kind }: Definition): boolean => kind === "OBJECT" || kind === "INTERFACE" || kind === "UNION";

/** Fragments are about types that have fields. */
export const fragmentsOnCompositeTypes: Rule = (walk) => ({
  inlineFragment(fragment) {
    const type = walk.schema.type(fragment.typeCondition);
    if (type === undefined || isComposite(type)) return;
    walk.report(`Fragment cannot condition on non composite type "${fragment.typeCondition}".`, fragment);
  },
  fragment(fragment) {
    const { name, typeCondition } = fragment;
    const type = walk.schema.type(typeCondition);
    if (type === undefined || isComposite(type)) return;
    walk.report(`Fragment "${name}" cannot condition on non composite type "${typeCondition}".`, fragment);
  },
});

/** Fragments that are spread are there. */
export const knownFragmentNames: Rule = (walk) => ({
  fragmentSpread(spread) {
    if (walk.fragment(spread.name) === undefined) walk.report(`Unknown fragment "${spread.name}".`, spread);
  },
});

/** Types that a document names are there. */
export const knownTypeNames: Rule = (walk) => ({
  variable(variable) {
    const name = nameOfType(variable.type);
    if (walk.schema.type(name) === undefined) walk.report(`Unknown type "${name}".`, variable);
  },
  inlineFragment(fragment) {
    const { typeCondition } = fragment;
    if (typeCondition !== "" && walk.schema.type(typeCondition) === undefined)
      walk.report(`Unknown type "${typeCondition}".`, fragment);
  },
  fragment(fragment) {
    const { typeCondition } = fragment;
    if (walk.schema.type(typeCondition) !== undefined) return;
    const names = [...walk.schema.parts.types.keys()];
    walk.report(`Unknown type "${typeCondition}".${suggest(walk, "Did you mean", typeCondition, names)}`, fragment);
  },
});

/** Fragments are spread; what the first one spreads counts, what others spread does not. */
export const noUnusedFragments: Rule = (walk) => {
  const used = new Set<string>();
  let isAmongFragments = false;
  return {
    fragmentSpread({ name }) {
      if (!isAmongFragments) used.add(name);
    },
    fragment(fragment) {
      isAmongFragments = true;
      if (!used.has(fragment.name)) walk.report(`Fragment "${fragment.name}" is never used.`, fragment);
    },
  };
};

/** What is spread somewhere can be what stands there. */
export const possibleFragmentSpreads: Rule = (walk) => ({
  inlineFragment(fragment, parent) {
    const { typeCondition } = fragment;
    if (parent === undefined || canBe(walk, parent, typeCondition)) return;
    walk.report(
      `Fragment cannot be spread here as objects of type "${parent.name}" can never be of type "${typeCondition}".`,
      fragment,
    );
  },
  fragmentSpread(spread, parent) {
    const fragment = walk.fragment(spread.name);
    if (fragment === undefined || parent === undefined || canBe(walk, parent, fragment.typeCondition)) return;
    const types = `objects of type "${parent.name}" can never be of type "${fragment.typeCondition}"`;
    walk.report(`Fragment "${spread.name}" cannot be spread here as ${types}.`, spread);
  },
});

/** Whether an object can have two types; unless they are types of objects another rule tells. */
function canBe({ schema }: GraphqlWalk, parent: Definition, name: string): boolean {
  const type = schema.type(name);
  if (type === undefined || !isComposite(type) || !isComposite(parent)) return true;
  if (parent.kind === "OBJECT") return schema.possibleTypes(name).includes(parent);
  const parents = new Set(schema.possibleTypes(parent.name));
  return schema.possibleTypes(name).some((possible) => parents.has(possible));
}

/** No two fragments have the same name. */
export const uniqueFragmentNames: Rule = (walk) => {
  const seen = new Set<string>();
  return {
    fragment(fragment) {
      if (seen.has(fragment.name)) walk.report(`There can be only one fragment named "${fragment.name}".`, fragment);
      seen.add(fragment.name);
    },
  };
};
