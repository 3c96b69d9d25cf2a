import type { Field, FragmentSpread, Selection } from "./graphql-tree.js";

/** The fields of a selection by their names in the response, those of inline fragments included; and the named fragments. */
export interface FieldCollection {
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  readonly spreads: readonly FragmentSpread[];
}

/** Collects what a selection consists of. */
export function collectFields(selections: readonly Selection[]): FieldCollection {
  const fields = new Map<string, Field[]>();
  const spreads: FragmentSpread[] = [];
  const collect = (members: readonly Selection[]): void => {
    for (const member of members) {
      if (member.node === "InlineFragment") collect(member.selectionSet);
      else if (member.node === "FragmentSpread") spreads.push(member);
      else add(fields, member);
    }
  };
  collect(selections);
  return { fields, spreads };
}

function add(fields: Map<string, Field[]>, field: Field): void {
  const name = field.alias || field.name;
  const known = fields.get(name);
  if (known === undefined) fields.set(name, [field]);
  else known.push(field);
}

/** Whether two collections have the very same fields. */
export function isSameCollection({ fields }: FieldCollection, other: FieldCollection): boolean {
  if (fields.size !== other.fields.size) return false;
  for (const [name, list] of fields) {
    const others = other.fields.get(name);
    if (others?.length !== list.length || !list.every((field, index) => field === others[index])) return false;
  }
  return true;
}
