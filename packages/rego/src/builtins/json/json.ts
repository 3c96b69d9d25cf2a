import { objectEntries, property, sizeOf } from "../../value/collection.js";
import { readJson } from "../../value/json-reader.js";
import { jsonText } from "../../value/json-text.js";
import { typeNameOf } from "../../value/type-name.js";
import type { Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { checkLength } from "../text/strings.js";
import { indentJson } from "./json-indent.js";

/** Builtins of JSON text. */
export const jsonBuiltins: readonly BuiltinDefinition[] = [
  { name: "json.marshal", signature: "x: any -> y: string", call: marshal },
  {
    name: "json.marshal_with_options",
    signature: "x: any, opts: {indent: string, prefix: string, pretty: boolean, ...string: any} -> y: string",
    call: marshalWithOptions,
  },
  { name: "json.unmarshal", signature: "x: string -> y: any", call: unmarshal },
  { name: "json.is_valid", signature: "x: string -> result: boolean", call: isValid },
];

function marshal(operands: Operands, context: BuiltinContext): string {
  const text = jsonText(operands.value(1));
  checkLength(text.length, context);
  return text;
}

interface Layout {
  readonly pretty: boolean;
  readonly indent: string;
  readonly prefix: string;
}

function marshalWithOptions(operands: Operands, context: BuiltinContext): string {
  const layout = layoutOf(operands);
  const text = marshal(operands, context);
  if (!layout.pretty) return text;
  const indented = indentJson(text, layout.prefix, layout.indent);
  checkLength(indented.length, context);
  return indented;
}

/** Any option makes the text pretty, unless `pretty` is false. */
function layoutOf(operands: Operands): Layout {
  const options = operands.object(2);
  const layout = { pretty: (sizeOf(options) ?? 0) > 0, indent: "\t", prefix: "" };
  for (const [index, [key]] of [...objectEntries(options)].entries()) {
    if (typeof key !== "string")
      throw operands.typeFault(
        `operand 2 failed to stringify key ${jsonText(key)} at index ${index}: ${mustBe("string", key, index)}`,
      );
    const value = property(options, key) ?? null;
    if (key === "pretty") layout.pretty = booleanOption(value, operands);
    else if (key === "indent" || key === "prefix") layout[key] = stringOption(key, value, index, operands);
    else throw operands.typeFault(`operand 2 object contained unknown key "${key}"`);
  }
  return layout;
}

/** OPA takes the place of the option for that of an operand. */
const mustBe = (type: string, got: Value, index: number): string =>
  `operand ${index} must be ${type} but got ${typeNameOf(got)}`;

function booleanOption(value: Value, operands: Operands): boolean {
  if (typeof value === "boolean") return value;
  throw operands.typeFault('operand 2 key "pretty" failed cast to bool');
}

function stringOption(key: string, value: Value, index: number, operands: Operands): string {
  if (typeof value === "string") return value;
  throw operands.typeFault(`operand 2 key "${key}" failed cast to string: ${mustBe("string", value, index)}`);
}

function unmarshal(operands: Operands, context: BuiltinContext): Value {
  const text = operands.string(1);
  context.charge(Math.ceil(text.length / 16));
  const reading = readJson(text);
  if (!reading.ok) throw operands.fault(reading.message);
  return reading.value;
}

function isValid(operands: Operands): boolean {
  const text = operands.value(1);
  return typeof text === "string" && isJson(text);
}

/** Unlike `json.unmarshal`, nothing may follow the value. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
