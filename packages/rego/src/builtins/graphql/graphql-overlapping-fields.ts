import { type Conflict, conflictMessage } from "./graphql-conflict.js";
import { collectFields, type FieldCollection, isSameCollection } from "./graphql-field-collection.js";
import type { Argument, Definition, Field, FragmentSpread, Selection, TypeReference } from "./graphql-tree.js";
import { textOfType } from "./graphql-type.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/**
 * Fields with the same name in the response are the same field.
 *
 * Source: GraphQL's specification, "Field Selection Merging", with gqlparser's order of comparisons.
 */
export const overlappingFieldsCanBeMerged: Rule = (walk) => {
  const comparison = new FieldComparison(walk);
  return {
    operation: ({ selectionSet }) => comparison.reportWithin(selectionSet),
    field({ selectionSet }) {
      // Those of fragments are found where the fragments are spread.
      if (walk.operation !== undefined) comparison.reportWithin(selectionSet);
    },
    inlineFragment: ({ selectionSet }) => comparison.reportWithin(selectionSet),
    fragment: ({ selectionSet }) => comparison.reportWithin(selectionSet),
  };
};

/** Whether fields are of objects of which there is never more than one at a time. */
type Exclusion = "exclusive" | "together";

class FieldComparison {
  /** Pairs of fragments that were compared, as fields that exclude each other or not. */
  readonly #pairs = new Map<string, Map<string, Exclusion>>();
  readonly #collections = new Map<readonly Selection[], FieldCollection>();
  #compared = new Set<string>();

  constructor(readonly walk: GraphqlWalk) {}

  reportWithin(selections: readonly Selection[]): void {
    if (selections.length === 0) return;
    const collection = this.#collect(selections);
    const conflicts: Conflict[] = [];
    for (const fields of collection.fields.values()) this.#compareWithin(fields, conflicts);
    this.#compared = new Set();
    for (const [index, spread] of collection.spreads.entries()) {
      this.#compareToFragment(collection, spread, "together", conflicts);
      for (const other of collection.spreads.slice(index + 1))
        this.#compareFragments(spread, other, "together", conflicts);
    }
    for (const conflict of conflicts) this.walk.report(conflictMessage(conflict), conflict);
  }

  #collect(selections: readonly Selection[]): FieldCollection {
    const collection = this.#collections.get(selections) ?? collectFields(selections);
    this.#collections.set(selections, collection);
    return collection;
  }

  #compareWithin(fields: readonly Field[], conflicts: Conflict[]): void {
    for (const [index, field] of fields.entries()) {
      for (const other of fields.slice(index + 1)) this.#compareFields(field, other, "together", conflicts);
    }
  }

  #compareBetween(left: FieldCollection, right: FieldCollection, exclusion: Exclusion, conflicts: Conflict[]): void {
    this.walk.schema.charge(1 + Math.ceil(left.fields.size / 16));
    for (const [name, fields] of left.fields) {
      const others = right.fields.get(name) ?? [];
      for (const field of fields) for (const other of others) this.#compareFields(field, other, exclusion, conflicts);
    }
  }

  #compareToFragment(
    collection: FieldCollection,
    spread: FragmentSpread,
    exclusion: Exclusion,
    conflicts: Conflict[],
  ): void {
    const fragment = this.walk.spreadFragment(spread);
    if (this.#compared.has(spread.name)) return;
    this.#compared.add(spread.name);
    if (fragment === undefined) return;
    const other = this.#collect(fragment.selectionSet);
    if (isSameCollection(collection, other)) return;
    this.#compareBetween(collection, other, exclusion, conflicts);
    for (const inner of other.spreads) {
      if (inner.name === spread.name) continue;
      this.walk.nested(() => this.#compareToFragment(collection, inner, exclusion, conflicts));
    }
  }

  #compareFragments(left: FragmentSpread, right: FragmentSpread, exclusion: Exclusion, conflicts: Conflict[]): void {
    this.walk.schema.charge(1);
    if (left.name === right.name || !this.#notePair(left.name, right.name, exclusion)) return;
    const [first, second] = [this.walk.spreadFragment(left), this.walk.spreadFragment(right)];
    if (first === undefined || second === undefined) return;
    const [fields, others] = [this.#collect(first.selectionSet), this.#collect(second.selectionSet)];
    this.#compareBetween(fields, others, exclusion, conflicts);
    this.walk.nested(() => {
      for (const spread of others.spreads) this.#compareFragments(left, spread, exclusion, conflicts);
      for (const spread of fields.spreads) this.#compareFragments(spread, right, exclusion, conflicts);
    });
  }

  /** Whether the pair was not compared; fields that do not exclude each other were compared in every respect. */
  #notePair(left: string, right: string, exclusion: Exclusion): boolean {
    const known = this.#pairs.get(left)?.get(right);
    if (known === exclusion || known === "together") return false;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const partners = this.#pairs.get(one) ?? new Map<string, Exclusion>();
      this.#pairs.set(one, partners.set(other, exclusion));
    }
    return true;
  }

  #compareFields(left: Field, right: Field, outer: Exclusion, conflicts: Conflict[]): void {
    this.walk.schema.charge(1 + left.arguments.length);
    const [first, second] = [this.walk.fieldMeaning(left), this.walk.fieldMeaning(right)];
    if (first.parent === undefined || second.parent === undefined) return;
    const areDefined = first.definition !== undefined && second.definition !== undefined;
    const exclusion = areDefined && areDifferentObjects(first.parent, second.parent) ? "exclusive" : outer;
    const types = [first.definition?.type, second.definition?.type] as const;
    const reason = exclusion === "together" ? differenceOf(left, right) : undefined;
    const message = reason ?? this.#typeDifference(...types);
    const [responseName, position] = [left.alias || left.name, right.position];
    if (message !== undefined) {
      conflicts.push({ responseName, message, inner: [], position });
      return;
    }
    const inner = this.walk.nested(() => this.#compareSelections(left.selectionSet, right.selectionSet, exclusion));
    if (inner.length > 0) conflicts.push({ responseName, message: "", inner, position });
  }

  #compareSelections(
    left: readonly Selection[],
    right: readonly Selection[],
    exclusion: Exclusion,
  ): readonly Conflict[] {
    const conflicts: Conflict[] = [];
    const [fields, others] = [this.#collect(left), this.#collect(right)];
    this.#compareBetween(fields, others, exclusion, conflicts);
    for (const [collection, { spreads }] of [
      [fields, others],
      [others, fields],
    ] as const) {
      for (const spread of spreads) {
        this.#compared = new Set();
        this.#compareToFragment(collection, spread, exclusion, conflicts);
      }
    }
    for (const spread of fields.spreads) {
      for (const other of others.spreads) this.#compareFragments(spread, other, exclusion, conflicts);
    }
    return conflicts;
  }

  #typeDifference(left: TypeReference | undefined, right: TypeReference | undefined): string | undefined {
    if (left === undefined || right === undefined || !this.#doTypesConflict(left, right)) return undefined;
    return `they return conflicting types "${textOfType(left)}" and "${textOfType(right)}"`;
  }

  #doTypesConflict(left: TypeReference, right: TypeReference): boolean {
    if (left.elem !== undefined && right.elem !== undefined) return this.#doTypesConflict(left.elem, right.elem);
    if (left.elem !== undefined || right.elem !== undefined || left.nonNull !== right.nonNull) return true;
    const isLeaf = ({ namedType }: TypeReference): boolean => /^(?:SCALAR|ENUM)$/.test(this.#kindOf(namedType));
    return isLeaf(left) && isLeaf(right) && left.namedType !== right.namedType;
  }

  #kindOf(name: string): string {
    return this.walk.schema.type(name)?.kind ?? "";
  }
}

const areDifferentObjects = (left: Definition, right: Definition): boolean =>
  left.name !== right.name && left.kind === "OBJECT" && right.kind === "OBJECT";

function differenceOf(left: Field, right: Field): string | undefined {
  if (left.name !== right.name) return `"${left.name}" and "${right.name}" are different fields`;
  return hasSameArguments(left.arguments, right.arguments) ? undefined : "they have differing arguments";
}

/** The members of lists and objects are not looked at. */
function hasSameArguments(left: readonly Argument[], right: readonly Argument[]): boolean {
  const texts = new Set(right.map(argumentText));
  return left.length === right.length && left.every((argument) => texts.has(argumentText(argument)));
}

const argumentText = ({ name, value }: Argument): string => `${value.kind} ${name} ${value.raw}`;
