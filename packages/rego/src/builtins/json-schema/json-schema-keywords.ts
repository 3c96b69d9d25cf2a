import { objectEntries } from "../../value/collection.js";
import { compareNumbers, isInteger, isNumber, type RegoNumber, toSafeInteger } from "../../value/number.js";
import { isArray, isObjectValue, type Value } from "../../value/value.js";
import { formatOf } from "./json-schema-formats.js";
import { type Schema, SchemaFault, type SchemaPattern } from "./json-schema-model.js";
import type { SchemaReading } from "./json-schema-reading.js";
import { normalText } from "./json-schema-text.js";

/** Checks the value of a keyword, and keeps it in the schema that is being read. */
type KeywordReader = (value: Value, reading: SchemaReading, keyword: string) => void;

/** A keyword whose value is kept under its name. */
const kept = <K extends keyof Schema>(
  keyword: K,
  read: (value: Value, keyword: K, reading: SchemaReading) => Schema[K],
): readonly [string, KeywordReader] => [
  keyword,
  (value, reading) => {
    reading.schema[keyword] = read(value, keyword, reading);
  },
];

/** The keywords in the order in which OPA reads them, which decides the fault that is found first. */
export const jsonSchemaKeywords: readonly (readonly [string, KeywordReader])[] = /* @__PURE__ */ [
  ["definitions", readDefinitions],
  ["title", checkText],
  ["description", checkText],
  ["$ref", checkText],
  ["type", readType],
  ["properties", readProperties],
  kept("additionalProperties", allowance),
  ["patternProperties", readPatternProperties],
  ["propertyNames", readPropertyNames],
  ["dependencies", readDependencies],
  ["items", readItems],
  kept("additionalItems", allowance),
  ["multipleOf", readMultipleOf],
  kept("minimum", bound),
  ["exclusiveMinimum", (value, reading) => readExclusive(value, reading, "minimum", "exclusiveMinimum")],
  kept("maximum", bound),
  ["exclusiveMaximum", (value, reading) => readExclusive(value, reading, "maximum", "exclusiveMaximum")],
  kept("minLength", count),
  ["maxLength", (value, reading) => readMaximum(value, reading, "minLength", "maxLength")],
  ["pattern", readPattern],
  kept("format", (value, keyword, reading) => formatOf(textOf(value, keyword), reading.regex)),
  kept("minProperties", count),
  ["maxProperties", (value, reading) => readMaximum(value, reading, "minProperties", "maxProperties")],
  ["required", readRequired],
  kept("minItems", count),
  kept("maxItems", count),
  ["uniqueItems", readUniqueItems],
  ["contains", readContains],
  ["const", readConst],
  ["enum", readEnum],
  kept("oneOf", alternatives),
  kept("anyOf", alternatives),
  kept("allOf", alternatives),
  kept("not", operandSchema),
  ["if", readCondition],
  ["then", readCondition],
  ["else", readCondition],
];

const invalidType = (expected: string, given: string): SchemaFault =>
  new SchemaFault(`Invalid type. Expected: ${expected}, given: ${given}`);

const mustBe = (keyword: string, what: string): SchemaFault => new SchemaFault(`${keyword} must be ${what}`);

const isSchema = (value: Value): boolean => typeof value === "boolean" || isObjectValue(value);

function textOf(value: Value, keyword: string): string {
  if (typeof value === "string") return value;
  throw invalidType("string", keyword);
}

function checkText(value: Value, _: SchemaReading, keyword: string): void {
  textOf(value, keyword);
}

function listOf(value: Value, keyword: string): readonly Value[] {
  if (isArray(value)) return value;
  throw mustBe(keyword, "of an array");
}

function* schemasByName(value: Value): Generator<readonly [string, Value]> {
  if (!isObjectValue(value)) return;
  for (const [key, member] of objectEntries(value)) if (typeof key === "string") yield [key, member];
}

function readDefinitions(value: Value, reading: SchemaReading): void {
  if (!isObjectValue(value)) throw invalidType("Array Of Schemas", "definitions");
  for (const [, definition] of objectEntries(value)) {
    if (!isSchema(definition)) throw invalidType("Array Of Schemas", "definitions");
    reading.read(definition);
  }
}

const typeNames: readonly string[] = ["array", "boolean", "integer", "number", "null", "object", "string"];

function readType(value: Value, { schema }: SchemaReading): void {
  for (const name of isArray(value) ? value : [value]) {
    if (typeof name !== "string") throw invalidType("type", "string/Array Of Strings");
    if (!typeNames.includes(name))
      throw new SchemaFault(
        `has a primitive type that is NOT VALID -- given: /${name}/ Expected valid values are:[${typeNames.join(" ")}]`,
      );
    if (schema.types.includes(name)) throw new SchemaFault(`${name} type is duplicated`);
    schema.types.push(name);
  }
}

function readProperties(value: Value, reading: SchemaReading): void {
  if (!isObjectValue(value)) throw mustBe("Properties", "of type object");
  for (const [name, member] of schemasByName(value)) reading.schema.properties.push([name, reading.read(member)]);
}

/** The value of `additionalProperties` and `additionalItems`. */
function allowance(value: Value, keyword: string, reading: SchemaReading): boolean | Schema {
  if (typeof value === "boolean") return value;
  if (isObjectValue(value)) return reading.read(value);
  throw invalidType("boolean/Valid Schema", keyword);
}

function readPatternProperties(value: Value, reading: SchemaReading): void {
  if (!isObjectValue(value)) throw invalidType("Valid Schema", "patternProperties");
  for (const [source, member] of schemasByName(value)) {
    const pattern = patternOf(source, reading);
    if (pattern === undefined) throw new SchemaFault(`Invalid regex pattern '${source}'`);
    reading.schema.patternProperties.push([pattern, reading.read(member)]);
  }
}

function patternOf(source: string, reading: SchemaReading): SchemaPattern | undefined {
  const compilation = reading.regex.compile(source);
  return compilation.ok ? { source, regex: compilation.regex } : undefined;
}

function readPropertyNames(value: Value, reading: SchemaReading): void {
  if (reading.draft === 4) return;
  if (!isSchema(value)) throw invalidType("Valid Schema", "patternProperties");
  reading.schema.propertyNames = reading.read(value);
}

function readDependencies(value: Value, reading: SchemaReading): void {
  if (!isObjectValue(value)) throw mustBe("dependencies", "of type object");
  const refusal = mustBe("Dependency", "of type Schema Or Array Of Strings");
  for (const [name, dependency] of schemasByName(value)) {
    if (isArray(dependency)) {
      const names = dependency.filter((one) => typeof one === "string");
      if (names.length < dependency.length) throw refusal;
      reading.schema.dependencies.set(name, names);
    } else if (isSchema(dependency)) reading.schema.dependencies.set(name, reading.read(dependency));
    else throw refusal;
  }
}

function readItems(value: Value, reading: SchemaReading): void {
  for (const item of isArray(value) ? value : [value])
    if (!isSchema(item)) throw invalidType("Valid Schema/Array Of Schemas", "items");
  reading.schema.items = isArray(value) ? value.map((item) => reading.read(item)) : reading.read(value);
}

function readMultipleOf(value: Value, { schema }: SchemaReading): void {
  if (!isNumber(value)) throw invalidType("Number", "multipleOf");
  if (compareNumbers(value, 0) <= 0) throw mustBe("multipleOf", "strictly greater than 0");
  schema.multipleOf = value;
}

function bound(value: Value, keyword: string): RegoNumber {
  if (isNumber(value)) return value;
  throw mustBe(keyword, "of a Number");
}

/** In draft 4 an exclusive bound is a flag of the other one, later it is a number of its own. */
function readExclusive<K extends "minimum" | "maximum", E extends "exclusiveMinimum" | "exclusiveMaximum">(
  value: Value,
  { schema, draft }: SchemaReading,
  bound: K,
  keyword: E,
): void {
  if (isNumber(value) && draft !== 4) schema[keyword] = value;
  else if (typeof value !== "boolean" || draft === 6 || draft === 7) throw invalidType(exclusiveTypes(draft), keyword);
  else if (schema[bound] === undefined) throw new SchemaFault(`${keyword} cannot be used without ${bound}`);
  else if (value) {
    schema[keyword] = schema[bound];
    delete schema[bound];
  }
}

function exclusiveTypes(draft: SchemaReading["draft"]): string {
  if (draft === "any") return "boolean/number";
  return draft === 4 ? "boolean" : "number";
}

/** A number of characters, items or properties. */
function count(value: Value, keyword: string): number {
  const integer = isNumber(value) && isInteger(value) ? toSafeInteger(value) : undefined;
  if (integer === undefined) throw mustBe(keyword, "of an integer");
  if (integer < 0) throw mustBe(keyword, "greater than or equal to 0");
  return integer;
}

function readMaximum<K extends "minLength" | "minProperties", M extends "maxLength" | "maxProperties">(
  value: Value,
  { schema }: SchemaReading,
  minimum: K,
  maximum: M,
): void {
  const limit = count(value, maximum);
  if ((schema[minimum] ?? 0) > limit) throw new SchemaFault(`${minimum} cannot be greater than ${maximum}`);
  schema[maximum] = limit;
}

function readPattern(value: Value, reading: SchemaReading): void {
  const pattern = patternOf(textOf(value, "pattern"), reading);
  if (pattern === undefined) throw mustBe("pattern", "a valid regex");
  reading.schema.pattern = pattern;
}

function readRequired(value: Value, { schema }: SchemaReading): void {
  for (const name of listOf(value, "required")) {
    const text = textOf(name, "required");
    if (schema.required.includes(text)) throw mustBe("required items", "unique");
    schema.required.push(text);
  }
}

function readUniqueItems(value: Value, { schema }: SchemaReading): void {
  if (typeof value !== "boolean") throw mustBe("uniqueItems", "of a boolean");
  schema.uniqueItems = value;
}

function readContains(value: Value, reading: SchemaReading): void {
  if (reading.draft !== 4) reading.schema.contains = reading.read(value);
}

function readConst(value: Value, { schema, draft }: SchemaReading): void {
  if (draft !== 4) schema.const = normalText(value);
}

function readEnum(value: Value, { schema }: SchemaReading): void {
  for (const member of listOf(value, "enum")) {
    const text = normalText(member);
    if (schema.enum.includes(text)) throw mustBe("enum items", "unique");
    schema.enum.push(text);
  }
}

function alternatives(value: Value, keyword: string, reading: SchemaReading): Schema[] {
  return listOf(value, keyword).map((member) => reading.read(member));
}

function operandSchema(value: Value, keyword: string, reading: SchemaReading): Schema {
  if (isSchema(value)) return reading.read(value);
  throw mustBe(keyword, "of an object");
}

function readCondition(value: Value, reading: SchemaReading, keyword: string): void {
  if (reading.draft === 4 || reading.draft === 6) return;
  const condition = operandSchema(value, keyword, reading);
  if (keyword === "if") reading.schema.condition = condition;
  else if (keyword === "then") reading.schema.whenMet = condition;
  else reading.schema.whenUnmet = condition;
}
