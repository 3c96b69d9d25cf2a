import { quotedList, similarNames } from "./graphql-suggestions.js";
import type { Definition, Field } from "./graphql-tree.js";
import { nameOfType, textOfType } from "./graphql-type.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/** Types have the fields that are asked of them. */
export const fieldsOnCorrectType: Rule = (walk) => ({
  field(field) {
    const { parent, definition } = walk.fieldMeaning(field);
    if (parent === undefined || definition !== undefined) return;
    const message = `Cannot query field "${field.name}" on type "${parent.name}".`;
    walk.report(message + question(walk, parent, field), field);
  },
});

function question(walk: GraphqlWalk, parent: Definition, { name }: Field): string {
  const types = suggestTypes(walk, parent, name);
  if (types.length > 0) return ` Did you mean to use an inline fragment on ${quotedList(types)}?`;
  if (parent.kind !== "OBJECT" && parent.kind !== "INTERFACE") return "";
  const names = walk.schema.fields(parent).map((field) => field.name);
  const fields = similarNames(walk, name, names);
  return fields.length > 0 ? ` Did you mean ${quotedList(fields)}?` : "";
}

/** The types below one that have a field, first the interfaces, by how many of the objects implement them. */
function suggestTypes({ schema }: GraphqlWalk, parent: Definition, name: string): readonly string[] {
  if (parent.kind !== "INTERFACE" && parent.kind !== "UNION") return [];
  const hasField = (type: Definition | undefined): boolean =>
    type !== undefined && schema.find(schema.fields(type), name) !== undefined;
  const objects = schema.possibleTypes(parent.name).filter(hasField);
  const uses = new Map<string, number>();
  for (const interfaceName of objects.flatMap(({ interfaces }) => interfaces)) {
    if (hasField(schema.type(interfaceName))) uses.set(interfaceName, (uses.get(interfaceName) ?? 0) + 1);
  }
  const names = [...uses.keys(), ...objects.map((object) => object.name)];
  return names.sort((left, right) => {
    const difference = (uses.get(right) ?? 0) - (uses.get(left) ?? 0);
    return difference === 0 ? Number(left > right) - Number(left < right) : difference;
  });
}

/** Scalars have no fields, and of everything else some must be asked for. */
export const scalarLeafs: Rule = (walk) => ({
  field(field) {
    const { definition } = walk.fieldMeaning(field);
    const type = definition === undefined ? undefined : walk.schema.type(nameOfType(definition.type));
    if (definition === undefined || type === undefined) return;
    const isLeaf = type.kind === "ENUM" || type.kind === "SCALAR";
    const isSelected = field.selectionSet.length > 0;
    if (isLeaf && isSelected)
      walk.report(`Field "${field.name}" must not have a selection since type "${type.name}" has no subfields.`, field);
    if (isLeaf || isSelected) return;
    const message = `Field "${field.name}" of type "${textOfType(definition.type)}" must have a selection of subfields.`;
    walk.report(`${message} Did you mean "${field.name} { ... }"?`, field);
  },
});
