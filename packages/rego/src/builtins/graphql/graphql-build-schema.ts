import { checkDirectiveDefinitions, checkDirectives } from "./graphql-check-directives.js";
import { checkTypes } from "./graphql-check-types.js";
import { faultAt } from "./graphql-fault.js";
import { prelude } from "./graphql-prelude.js";
import { GraphqlSchema, type Roots } from "./graphql-schema.js";
import { readSchema } from "./graphql-schema-text.js";
import type { Definition, DirectiveDefinition, SchemaDefinition, SchemaDocument } from "./graphql-tree.js";

/**
 * Makes a schema of a document and the language's own types, and looks whether it is one.
 *
 * @param charge - counts work that grows faster than documents
 * @throws GraphqlFault when it is none
 */
export function buildSchema(document: SchemaDocument, charge: (units: number) => void): GraphqlSchema {
  const builtIn = readSchema(prelude, charge);
  const definitions = [
    ...builtIn.definitions.map((definition) => ({ ...definition, builtIn: true })),
    ...document.definitions,
  ];
  const types = mergeTypes(definitions, document.extensions);
  const directives = mergeDirectives([...builtIn.directives, ...document.directives]);
  const parts = { types, directives, possibleTypes: possibleTypesOf(types) };
  const schema = new GraphqlSchema(parts, charge);
  const [, second] = document.schema;
  if (second !== undefined) {
    const message = "Cannot have multiple schema entry points, consider schema extensions instead.";
    throw faultAt(second, message);
  }
  const named = rootsOf([...document.schema, ...document.schemaExtension], schema);
  checkTypes(schema);
  checkDirectiveDefinitions(schema);
  const roots = document.schema.length > 0 ? named : { ...usualRoots(types), ...named };
  return new GraphqlSchema(parts, charge, roots);
}

/** Types with all that extends them; what is extended need not be there. */
function mergeTypes(definitions: readonly Definition[], extensions: readonly Definition[]): Map<string, Definition> {
  const parts = new Map<string, [Definition, ...Definition[]]>();
  for (const definition of definitions) {
    const { name } = definition;
    if (parts.has(name)) throw faultAt(definition, `Cannot redeclare type ${name}.`);
    parts.set(name, [definition]);
  }
  for (const extension of extensions) {
    const { name, kind } = extension;
    const known = parts.get(name);
    const base = known?.[0].kind ?? kind;
    if (base !== kind)
      throw faultAt(extension, `Cannot extend type ${name} because the base type is a ${base}, not ${kind}.`);
    if (known === undefined) parts.set(name, [extension]);
    else known.push(extension);
  }
  return new Map([...parts].map(([name, list]) => [name, merge(list)]));
}

function merge(parts: readonly [Definition, ...Definition[]]): Definition {
  const [first] = parts;
  if (parts.length === 1) return first;
  return {
    ...first,
    directives: parts.flatMap(({ directives }) => directives),
    interfaces: parts.flatMap(({ interfaces }) => interfaces),
    fields: parts.flatMap(({ fields }) => fields),
    types: parts.flatMap(({ types }) => types),
    enumValues: parts.flatMap(({ enumValues }) => enumValues),
  };
}

/** Of two directives with one name the later counts where the language has it; others must not be repeated. */
function mergeDirectives(list: readonly DirectiveDefinition[]): Map<string, DirectiveDefinition> {
  const directives = new Map<string, DirectiveDefinition>();
  for (const directive of list) {
    const { name } = directive;
    if (directives.has(name) && !repeatable.has(name)) throw faultAt(directive, `Cannot redeclare directive ${name}.`);
    directives.set(name, directive);
  }
  return directives;
}

const repeatable = new Set(["include", "skip", "deprecated", "specifiedBy", "defer", "oneOf"]);

function possibleTypesOf(types: ReadonlyMap<string, Definition>): Map<string, Definition[]> {
  const possible = new Map<string, Definition[]>();
  const add = (name: string, type: Definition | undefined): void => {
    if (type === undefined) return;
    const list = possible.get(name);
    if (list === undefined) possible.set(name, [type]);
    else list.push(type);
  };
  for (const [name, type] of types) {
    if (type.kind === "UNION") for (const member of type.types) add(name, types.get(member));
    if (!isImplementing.has(type.kind)) continue;
    for (const parent of type.interfaces) add(parent, type);
    if (type.kind !== "INTERFACE") add(name, type);
  }
  return possible;
}

const isImplementing = new Set(["OBJECT", "INPUT_OBJECT", "INTERFACE"]);

type OpenRoots = { -readonly [Key in keyof Roots]: Roots[Key] };

function rootsOf(definitions: readonly SchemaDefinition[], schema: GraphqlSchema): Roots {
  const roots: OpenRoots = {};
  for (const { operationTypes, directives } of definitions) {
    for (const root of operationTypes) {
      const type = schema.type(root.type);
      const message = `Schema root ${root.operation} refers to a type ${root.type} that does not exist.`;
      if (type === undefined) throw faultAt(root, message);
      if (isRoot(root.operation)) roots[root.operation] = type;
    }
    checkDirectives(schema, directives, "SCHEMA");
  }
  return roots;
}

const isRoot = (operation: string): operation is keyof Roots =>
  operation === "query" || operation === "mutation" || operation === "subscription";

function usualRoots(types: ReadonlyMap<string, Definition>): Roots {
  const [query, mutation, subscription] = [types.get("Query"), types.get("Mutation"), types.get("Subscription")];
  return {
    ...(query === undefined ? {} : { query }),
    ...(mutation === undefined ? {} : { mutation }),
    ...(subscription === undefined ? {} : { subscription }),
  };
}
