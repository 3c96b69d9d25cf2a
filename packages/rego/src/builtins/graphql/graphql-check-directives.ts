import { faultAt } from "./graphql-fault.js";
import type { GraphqlSchema } from "./graphql-schema.js";
import {
  type ArgumentDefinition,
  type Directive,
  type DirectiveDefinition,
  type Placed,
  type TypeReference,
  valueKind,
} from "./graphql-tree.js";
import { nameOfType, textOfType } from "./graphql-type.js";

/**
 * Looks whether directives may be applied somewhere in a schema.
 *
 * @param inside - the directive whose definition this is in
 * @throws GraphqlFault when they may not
 */
export function checkDirectives(
  schema: GraphqlSchema,
  directives: readonly Directive[],
  location: string,
  inside?: DirectiveDefinition,
): void {
  for (const directive of directives) {
    const { name } = directive;
    checkName(directive, name);
    if (name === inside?.name) throw faultAt(directive, `Directive ${name} cannot refer to itself.`);
    const definition = schema.directive(name);
    if (definition === undefined) throw faultAt(directive, `Undefined directive ${name}.`);
    if (!definition.locations.includes(location))
      throw faultAt(directive, `Directive ${name} is not applicable on ${location}.`);
    checkGivenArguments(schema, directive, definition);
  }
}

function checkGivenArguments(schema: GraphqlSchema, directive: Directive, definition: DirectiveDefinition): void {
  for (const given of directive.arguments) {
    if (schema.find(definition.arguments, given.name) === undefined)
      throw faultAt(given, `Undefined argument ${given.name} for directive ${directive.name}.`);
  }
  for (const { name, type, defaultValue } of definition.arguments) {
    if (!type.nonNull || defaultValue !== undefined) continue;
    const given = schema.find(directive.arguments, name);
    if (given === undefined || given.value.kind === valueKind.null)
      throw faultAt(directive, `Argument ${name} for directive ${directive.name} cannot be null.`);
  }
}

/**
 * Looks whether the definitions of directives are sound.
 *
 * @throws GraphqlFault when one is not
 */
export function checkDirectiveDefinitions(schema: GraphqlSchema): void {
  const { directives } = schema.parts;
  for (const definition of [...directives.values()].sort(byName)) {
    checkName(definition, definition.name);
    checkArgumentDefinitions(schema, definition.arguments, definition);
  }
}

/** Orders what has a name by it. */
export const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  left.name < right.name ? -1 : Number(left.name > right.name);

/** Refuses names that are reserved. */
export function checkName(node: Placed, name: string): void {
  if (!name.startsWith("__")) return;
  const message = `Name "${name}" must not begin with "__", which is reserved by GraphQL introspection.`;
  throw faultAt(node, message);
}

/** Refuses types that are not there. */
export function checkType(schema: GraphqlSchema, type: TypeReference): void {
  const name = nameOfType(type);
  if (schema.type(name) === undefined) throw faultAt(type, `Undefined type ${name}.`);
}

const inputKinds = new Set(["SCALAR", "ENUM", "INPUT_OBJECT"]);

/** Looks whether the arguments of a field or directive are sound. */
export function checkArgumentDefinitions(
  schema: GraphqlSchema,
  definitions: readonly ArgumentDefinition[],
  inside?: DirectiveDefinition,
): void {
  for (const definition of definitions) {
    const { name, type, directives } = definition;
    checkName(definition, name);
    checkType(schema, type);
    const kind = schema.type(nameOfType(type))?.kind ?? "";
    if (!inputKinds.has(kind)) {
      const message = `cannot use ${textOfType(type)} as argument ${name} because ${kind} is not a valid input type`;
      throw faultAt(definition, message);
    }
    checkDirectives(schema, directives, "ARGUMENT_DEFINITION", inside);
  }
}
