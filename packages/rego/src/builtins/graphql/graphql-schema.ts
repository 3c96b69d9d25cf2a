import type { Definition, DirectiveDefinition, FieldDefinition } from "./graphql-tree.js";

/** The types that operations start at. */
export interface Roots {
  readonly query?: Definition;
  readonly mutation?: Definition;
  readonly subscription?: Definition;
}

interface Named {
  readonly name: string;
}

/** What a schema consists of. */
export interface SchemaParts {
  readonly types: ReadonlyMap<string, Definition>;
  readonly directives: ReadonlyMap<string, DirectiveDefinition>;
  /** The objects that a union or interface may be, by its name. */
  readonly possibleTypes: ReadonlyMap<string, readonly Definition[]>;
}

/** Types and directives by their names. */
export class GraphqlSchema {
  readonly #indexes = new Map<readonly Named[], ReadonlyMap<string, Named>>();

  /**
   * @param charge - counts work that grows faster than documents
   */
  constructor(
    readonly parts: SchemaParts,
    readonly charge: (units: number) => void,
    readonly roots: Roots = {},
  ) {}

  type(name: string): Definition | undefined {
    return this.parts.types.get(name);
  }

  directive(name: string): DirectiveDefinition | undefined {
    return this.parts.directives.get(name);
  }

  /** The objects that a type may be. */
  possibleTypes(name: string): readonly Definition[] {
    const types = this.parts.possibleTypes.get(name) ?? [];
    this.charge(Math.ceil(types.length / 16));
    return types;
  }

  /** The first member of a list that has the name. */
  find<T extends Named>(list: readonly T[], name: string): T | undefined {
    if (list.length < 8) return list.find((member) => member.name === name);
    const index = this.#indexes.get(list) ?? new Map(list.toReversed().map((member) => [member.name, member]));
    this.#indexes.set(list, index);
    // The index of a list has its members.
    return index.get(name) as T | undefined;
  }

  /** The field that a selection of a type names. */
  field(parent: Definition | undefined, name: string): FieldDefinition | undefined {
    if (name === "__typename") return typeName;
    if (parent === undefined) return undefined;
    const own = this.find(parent.fields, name);
    return own ?? (parent === this.roots.query ? introspection.find((field) => field.name === name) : undefined);
  }

  /** The fields of a type, with those that introspection adds to the root. */
  fields(parent: Definition): readonly FieldDefinition[] {
    return parent === this.roots.query ? [...parent.fields, ...introspection] : parent.fields;
  }
}

const typeName: FieldDefinition = plainField("__typename", "String", { nonNull: false });

const introspection: readonly FieldDefinition[] = [
  plainField("__schema", "__Schema", { nonNull: true }),
  {
    ...plainField("__type", "__Type", { nonNull: false }),
    arguments: [plainField("name", "String", { nonNull: true })],
  },
];

function plainField(name: string, namedType: string, { nonNull }: { readonly nonNull: boolean }): FieldDefinition {
  return { description: "", name, arguments: [], type: { namedType, nonNull }, directives: [] };
}
