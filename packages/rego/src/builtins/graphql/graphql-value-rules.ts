import { suggest } from "./graphql-suggestions.js";
import { type Definition, type GraphqlValue, type TypeReference, valueKind } from "./graphql-tree.js";
import { textOfType } from "./graphql-type.js";
import { integerFault, isUnrepresentable, valueText } from "./graphql-value-text.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/** No field of an object is given twice. */
export const uniqueInputFieldNames: Rule = (walk) => ({
  value({ kind, children }) {
    if (kind !== valueKind.object) return;
    const seen = new Set<string>();
    for (const child of children) {
      if (seen.has(child.name)) walk.report(`There can be only one input field named "${child.name}".`, child);
      seen.add(child.name);
    }
  },
});

/** Values are of the types that are expected. */
export const valuesOfCorrectType: Rule = (walk) => ({
  value(value) {
    const { definition, expected } = walk.valueMeaning(value);
    if (definition !== undefined && expected !== undefined) checkValue({ walk, value, definition, expected });
  },
});

interface ExpectedValue {
  readonly walk: GraphqlWalk;
  readonly value: GraphqlValue;
  readonly definition: Definition;
  readonly expected: TypeReference;
}

const scalars = new Set(["Int", "Float", "String", "Boolean", "ID"]);

function checkValue(one: ExpectedValue): void {
  const { walk, value, definition, expected } = one;
  if (value.kind === valueKind.null && expected.nonNull)
    walk.report(`Expected value of type "${textOfType(expected)}", found ${valueText(value)}.`, value);
  if (definition.kind === "SCALAR" && !scalars.has(definition.name)) return;
  if (cannotBe(walk, value)) reportType(one);
  checks.get(value.kind)?.(one);
}

/** A variable is what it is by default. */
function cannotBe(walk: GraphqlWalk, value: GraphqlValue): boolean {
  walk.schema.charge(1);
  const standing = value.kind === valueKind.variable ? walk.variableOf(value)?.defaultValue : value;
  return standing !== undefined && walk.nested(() => isUnrepresentable(standing, (inner) => cannotBe(walk, inner)));
}

/** The scalars that values of a kind may be. */
const among =
  (...names: readonly string[]) =>
  (one: ExpectedValue): void => {
    if (!names.includes(one.definition.name)) reportType(one);
  };

const checks: ReadonlyMap<number, (one: ExpectedValue) => void> = new Map<number, (one: ExpectedValue) => void>([
  [valueKind.int, among("Int", "Float", "ID")],
  [valueKind.float, among("Float")],
  [valueKind.boolean, among("Boolean")],
  [valueKind.string, checkString],
  [valueKind.block, checkString],
  [valueKind.enum, checkEnum],
  [valueKind.list, checkList],
  [valueKind.object, checkObject],
]);

function checkList(one: ExpectedValue): void {
  if (one.expected.elem === undefined) reportType(one);
}

const enumQuestion = "Did you mean the enum value";

function checkString(one: ExpectedValue): void {
  if (one.definition.kind === "ENUM") checkQuotedEnum(one);
  else if (one.definition.name !== "String" && one.definition.name !== "ID") reportType(one);
}

function checkQuotedEnum({ walk, value, definition, expected }: ExpectedValue): void {
  const message = `Enum "${textOfType(expected)}" cannot represent non-enum value: ${valueText(value)}.`;
  walk.report(message + suggest(walk, enumQuestion, value.raw, enumNames(definition)), value);
}

const enumNames = ({ enumValues }: Definition): readonly string[] => enumValues.map(({ name }) => name);

function checkEnum(one: ExpectedValue): void {
  const { walk, value, definition, expected } = one;
  if (definition.kind !== "ENUM") reportType(one);
  if (definition.kind !== "ENUM" || walk.schema.find(definition.enumValues, value.raw) !== undefined) return;
  const message = `Value "${valueText(value)}" does not exist in "${textOfType(expected)}" enum.`;
  walk.report(message + suggest(walk, enumQuestion, value.raw, enumNames(definition)), value);
}

function checkObject({ walk, value, definition }: ExpectedValue): void {
  const { schema } = walk;
  const fields = schema.fields(definition);
  schema.charge(Math.ceil(fields.length / 16));
  for (const { name, type, defaultValue } of fields) {
    if (!type.nonNull || defaultValue !== undefined || schema.find(value.children, name) !== undefined) continue;
    walk.report(`Field "${definition.name}.${name}" of required type "${textOfType(type)}" was not provided.`, value);
  }
  for (const { name } of definition.directives) if (name === "oneOf") checkChoice(walk, value, definition);
  for (const child of value.children) {
    if (schema.find(fields, child.name) !== undefined) continue;
    const names = fields.map(({ name }) => name);
    const question = suggest(walk, "Did you mean", child.name, names);
    walk.report(`Field "${child.name}" is not defined by type "${definition.name}".${question}`, child);
  }
}

function checkChoice(walk: GraphqlWalk, value: GraphqlValue, { name, fields }: Definition): void {
  const [only, ...others] = value.children;
  if (only === undefined || others.length > 0)
    walk.report(`OneOf Input Object "${name}" must specify exactly one key.`, value);
  else if (only.value.kind === valueKind.null)
    walk.report(`Field "${name}.${fields[0]?.name ?? ""}" must be non-null.`, only.value);
}

function reportType({ walk, value, definition, expected }: ExpectedValue): void {
  walk.report(typeMessage(value, definition, textOfType(expected)), value);
}

function typeMessage(value: GraphqlValue, { kind }: Definition, type: string): string {
  const text = valueText(value);
  const told = scalarMessages.get(type);
  if (told !== undefined) return `${told} value: ${text}`;
  if (type !== "Int" && type !== "Int!")
    return kind === "ENUM"
      ? `Enum "${type}" cannot represent non-enum value: ${text}.`
      : `Expected value of type "${type}", found ${text}.`;
  const what = integerFault(value.raw, 32) === "range" ? "non 32-bit signed integer" : "non-integer";
  return `Int cannot represent ${what} value: ${text}`;
}

const scalarMessages: ReadonlyMap<string, string> = new Map([
  ["String", "String cannot represent a non string"],
  ["String!", "String cannot represent a non string"],
  ["[String]", "String cannot represent a non string"],
  ["Boolean", "Boolean cannot represent a non boolean"],
  ["Boolean!", "Boolean cannot represent a non boolean"],
  ["Float", "Float cannot represent non numeric"],
  ["Float!", "Float cannot represent non numeric"],
  ["ID", "ID cannot represent a non-string and non-integer"],
  ["ID!", "ID cannot represent a non-string and non-integer"],
]);
