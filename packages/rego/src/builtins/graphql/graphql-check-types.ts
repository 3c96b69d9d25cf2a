import { quote } from "../../value/quote.js";
import { byName, checkArgumentDefinitions, checkDirectives, checkName, checkType } from "./graphql-check-directives.js";
import { checkInterfaces } from "./graphql-check-interfaces.js";
import { faultAt } from "./graphql-fault.js";
import type { GraphqlSchema } from "./graphql-schema.js";
import type { Definition, DefinitionKind, FieldDefinition } from "./graphql-tree.js";
import { nameOfType } from "./graphql-type.js";

/**
 * Looks whether the types of a schema are sound, in the order of their names.
 *
 * @throws GraphqlFault when one is not
 */
export function checkTypes(schema: GraphqlSchema): void {
  for (const definition of [...schema.parts.types.values()].sort(byName)) checkDefinition(schema, definition);
}

function checkDefinition(schema: GraphqlSchema, definition: Definition): void {
  for (const field of definition.fields) checkField(schema, definition, field);
  for (const member of definition.types) checkMember(schema, definition, member);
  checkInterfaces(schema, definition);
  checkParts(schema, definition);
  checkRepeatedFields(definition);
  if (!definition.builtIn) checkName(definition, definition.name);
  checkDirectives(schema, definition.directives, definition.kind);
}

function checkField(schema: GraphqlSchema, { kind }: Definition, field: FieldDefinition): void {
  checkName(field, field.name);
  checkType(schema, field.type);
  checkArgumentDefinitions(schema, field.arguments);
  checkDirectives(schema, field.directives, kind === "INPUT_OBJECT" ? "INPUT_FIELD_DEFINITION" : "FIELD_DEFINITION");
}

function checkMember(schema: GraphqlSchema, definition: Definition, name: string): void {
  const member = schema.type(name);
  if (member === undefined) throw faultAt(definition, `Undefined type ${quote(name)}.`);
  if (member.kind !== "OBJECT") throw faultAt(definition, `${definition.kind} type ${quote(name)} must be OBJECT.`);
}

function checkParts(schema: GraphqlSchema, definition: Definition): void {
  if (definition.kind === "OBJECT" || definition.kind === "INTERFACE") checkOutputFields(schema, definition);
  if (definition.kind === "INPUT_OBJECT") checkInputFields(schema, definition);
  if (definition.kind === "ENUM") checkEnumValues(schema, definition);
}

const outputKinds: readonly DefinitionKind[] = ["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM"];
const inputKinds: readonly DefinitionKind[] = ["SCALAR", "ENUM", "INPUT_OBJECT"];

function checkOutputFields(schema: GraphqlSchema, definition: Definition): void {
  const { kind, name, fields } = definition;
  if (fields.length === 0) throw faultAt(definition, `${kind} ${name}: must define one or more fields.`);
  for (const field of fields) {
    const type = schema.type(nameOfType(field.type));
    if (type === undefined || outputKinds.includes(type.kind)) continue;
    throw faultAt(field, `${kind} ${name}: field must be one of ${outputKinds.join(", ")}.`);
  }
}

function checkInputFields(schema: GraphqlSchema, definition: Definition): void {
  const { kind, name, fields } = definition;
  if (fields.length === 0) throw faultAt(definition, `${kind} ${name}: must define one or more input fields.`);
  for (const field of fields) {
    const type = schema.type(nameOfType(field.type));
    if (type === undefined || inputKinds.includes(type.kind)) continue;
    throw faultAt(field, `${type.kind} ${field.name}: field must be one of ${inputKinds.join(", ")}.`);
  }
}

const noEnumValues = new Set(["true", "false", "null"]);

function checkEnumValues(schema: GraphqlSchema, definition: Definition): void {
  const { kind, name, enumValues } = definition;
  if (enumValues.length === 0)
    throw faultAt(definition, `${kind} ${name}: must define one or more unique enum values.`);
  for (const value of enumValues) {
    if (noEnumValues.has(value.name)) throw faultAt(definition, `${kind} ${name}: non-enum value ${value.name}.`);
    checkDirectives(schema, value.directives, "ENUM_VALUE");
  }
}

/** Names the field that is repeated first, counted by where it stands first. */
function checkRepeatedFields({ name, fields }: Definition): void {
  const repeated = new Map<string, FieldDefinition>();
  const seen = new Set<string>();
  for (const field of fields) {
    if (seen.has(field.name) && !repeated.has(field.name)) repeated.set(field.name, field);
    seen.add(field.name);
  }
  const first = fields.find((field) => repeated.has(field.name));
  if (first !== undefined)
    throw faultAt(repeated.get(first.name) ?? first, `Field ${name}.${first.name} can only be defined once.`);
}
