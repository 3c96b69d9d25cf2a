import { quote } from "../../value/quote.js";
import { faultAt } from "./graphql-fault.js";
import type { GraphqlSchema } from "./graphql-schema.js";
import type { Definition, FieldDefinition, TypeReference } from "./graphql-tree.js";
import { isCompatible, textOfType } from "./graphql-type.js";

/**
 * Looks whether a type has all that its interfaces ask for.
 *
 * @throws GraphqlFault when something is missing
 */
export function checkInterfaces(schema: GraphqlSchema, definition: Definition): void {
  for (const name of definition.interfaces) {
    const parent = schema.type(name);
    if (parent === undefined) throw faultAt(definition, `Undefined type ${quote(name)}.`);
    if (parent.kind !== "INTERFACE")
      throw faultAt(definition, `${quote(name)} is a non interface type ${parent.kind}.`);
    schema.charge(Math.ceil(parent.fields.length / 16));
    for (const required of parent.fields) checkField(schema, definition, parent, required);
    checkAncestors(definition, parent);
  }
}

function checkField(
  schema: GraphqlSchema,
  definition: Definition,
  parent: Definition,
  required: FieldDefinition,
): void {
  const claim = `For ${definition.name} to implement ${parent.name}`;
  const found = schema.find(definition.fields, required.name);
  if (found === undefined) throw faultAt(definition, `${claim} it must have a field called ${required.name}.`);
  if (!isCovariant(schema, required.type, found.type)) {
    throw faultAt(found, `${claim} the field ${required.name} must have type ${textOfType(required.type)}.`);
  }
  checkArguments(schema, claim, required, found);
}

function checkArguments(schema: GraphqlSchema, claim: string, required: FieldDefinition, found: FieldDefinition): void {
  const same = `${claim} the field ${required.name} must have the same arguments but`;
  for (const { name, type } of required.arguments) {
    const argument = schema.find(found.arguments, name);
    if (argument === undefined) throw faultAt(found, `${same} it is missing ${name}.`);
    if (!isCompatible(type, argument.type)) throw faultAt(argument, `${same} ${name} has the wrong type.`);
  }
  for (const argument of found.arguments) {
    const { name, type, defaultValue } = argument;
    const isOptional = !type.nonNull || defaultValue !== undefined;
    if (isOptional || schema.find(required.arguments, name) !== undefined) continue;
    const rule = `any additional arguments on ${found.name} must be optional or have a default value`;
    throw faultAt(argument, `${claim} ${rule} but ${name} is required.`);
  }
}

function checkAncestors(definition: Definition, parent: Definition): void {
  const own = new Set(definition.interfaces);
  const missing = parent.interfaces.find((name) => !own.has(name));
  if (missing === undefined) return;
  throw missing === definition.name
    ? faultAt(
        definition,
        `Type ${missing} cannot implement ${parent.name} because it would create a circular reference.`,
      )
    : faultAt(
        definition,
        `Type ${definition.name} must implement ${missing} because it is implemented by ${parent.name}.`,
      );
}

function isCovariant(schema: GraphqlSchema, required: TypeReference, actual: TypeReference): boolean {
  if (required.nonNull && !actual.nonNull) return false;
  if (required.elem !== undefined) return actual.elem !== undefined && isCovariant(schema, required.elem, actual.elem);
  if (required.namedType === actual.namedType) return true;
  return schema.possibleTypes(required.namedType).some(({ name }) => name === actual.namedType);
}
