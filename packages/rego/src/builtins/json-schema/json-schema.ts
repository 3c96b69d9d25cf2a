import { fromJson, readJson, toJson } from "../../value/json.js";
import { isArray, isObjectValue, isPlainObject, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { verdictOf } from "./json-schema-judge.js";
import { type Schema, SchemaFault } from "./json-schema-model.js";
import { SchemaSource } from "./json-schema-reader.js";
import { DocumentPlace, type SchemaFinding } from "./json-schema-verdict.js";

/** Builtins of JSON Schema, drafts 4, 6 and 7; references to other documents are not followed. */
export const jsonSchemaBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("json.match_schema", matchSchema),
  /* @__PURE__ */ heavy("json.verify_schema", verifySchema),
];

function matchSchema(operands: Operands, context: BuiltinContext): Value {
  try {
    const document = documentOf(operands.value(1));
    const schema = rememberedSchema(operands.value(2), context);
    const { findings } = verdictOf(
      schema,
      document,
      DocumentPlace.root(() => context.charge(1)),
    );
    return [findings.length === 0, findings.map(findingValue)];
  } catch (fault) {
    if (fault instanceof SchemaFault) throw operands.fault(fault.message);
    throw fault;
  }
}

const findingValue = ({ type, field, description }: SchemaFinding): Value => ({
  desc: description,
  error: `${field}: ${description}`,
  field,
  type,
});

function verifySchema(operands: Operands, context: BuiltinContext): Value {
  try {
    rememberedSchema(operands.value(1), context);
    return [true, null];
  } catch (fault) {
    if (fault instanceof SchemaFault) return [false, `jsonschema: ${fault.message}`];
    throw fault;
  }
}

/** Schemas are read once for an evaluation. */
function rememberedSchema(value: Value, context: BuiltinContext): Schema {
  const memory = context.memory.get("json-schema") as Map<Value, Schema> | undefined;
  const schemas = memory ?? new Map<Value, Schema>();
  const schema = schemas.get(value) ?? new SchemaSource(context.regex).readDocument(documentOf(value));
  schemas.set(value, schema);
  context.memory.set("json-schema", schemas);
  return schema;
}

/** The JSON that an operand is, or is the text of. */
function documentOf(value: Value): Value {
  if (typeof value === "string") return documentIn(value);
  if (isPlainObject(value)) return value;
  if (!isObjectValue(value) && !isArray(value)) throw new SchemaFault("wrong type, expected string or object");
  return fromJson(toJson(value)) ?? null;
}

function documentIn(text: string): Value {
  try {
    JSON.parse(text);
  } catch {
    throw new SchemaFault("invalid JSON string");
  }
  const reading = readJson(text);
  if (!reading.ok) throw new SchemaFault(reading.message);
  return reading.value;
}
