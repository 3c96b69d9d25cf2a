import { isNumber, numberFromText, type RegoNumber } from "../value/number.js";
import { quote } from "../value/quote.js";
import { RegoSet } from "../value/set.js";
import { type TypeName, typeNameOf } from "../value/type-name.js";
import { isArray, isSet, type SetValue, type Value } from "../value/value.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";

const typeTest = "x: any -> result: boolean";

/** Builtins that tell or change the type of a value. */
export const castBuiltins: readonly BuiltinDefinition[] = [
  {
    name: "is_array",
    signature: typeTest,
    direct: (value) => Array.isArray(value),
    call: (operands) => isOfType("array", operands),
  },
  {
    name: "is_boolean",
    signature: typeTest,
    direct: (value) => typeof value === "boolean",
    call: (operands) => isOfType("boolean", operands),
  },
  { name: "is_null", signature: typeTest, call: (operands) => isOfType("null", operands) },
  { name: "is_number", signature: typeTest, call: (operands) => isOfType("number", operands) },
  { name: "is_object", signature: typeTest, call: (operands) => isOfType("object", operands) },
  { name: "is_set", signature: typeTest, call: (operands) => isOfType("set", operands) },
  {
    name: "is_string",
    signature: typeTest,
    direct: (value) => typeof value === "string",
    call: (operands) => isOfType("string", operands),
  },
  { name: "type_name", signature: "x: any -> type: string", call: (operands) => typeNameOf(operands.value(1)) },
  { name: "to_number", signature: "x: null|boolean|number|string -> num: number", call: toNumber },
  { name: "cast_array", signature: "any -> array[any]", deprecated: true, call: castArray },
  { name: "cast_set", signature: "any -> set[any]", deprecated: true, call: castSet },
  { name: "cast_string", signature: "any -> string", deprecated: true, call: (operands) => operands.string(1) },
  { name: "cast_boolean", signature: "any -> boolean", deprecated: true, call: (operands) => operands.boolean(1) },
  { name: "cast_null", signature: "any -> null", deprecated: true, call: castNull },
  {
    name: "cast_object",
    signature: "any -> object[any: any]",
    deprecated: true,
    call: (operands) => operands.object(1),
  },
];

const isOfType = (typeName: TypeName, operands: Operands): boolean => typeNameOf(operands.value(1)) === typeName;

function castArray(operands: Operands): readonly Value[] {
  const value = operands.value(1);
  if (isArray(value)) return value;
  if (isSet(value)) return value.sorted();
  throw operands.mismatch(1, value, "array", "set");
}

function castSet(operands: Operands): SetValue {
  const value = operands.value(1);
  if (isSet(value)) return value;
  if (isArray(value)) return new RegoSet(value);
  throw operands.mismatch(1, value, "array", "set");
}

function castNull(operands: Operands): null {
  const value = operands.value(1);
  if (value === null) return null;
  throw operands.mismatch(1, value, "null");
}

function toNumber(operands: Operands): RegoNumber {
  const value = operands.value(1);
  if (isNumber(value)) return value;
  if (value === null || value === false) return 0;
  if (value === true) return 1;
  if (typeof value !== "string") throw operands.mismatch(1, value, "null", "boolean", "number", "string");
  return parseNumber(value, operands);
}

const nonFinite = /^[+-]?(?:nan|inf|infinity)$/i;
const decimal = /^[+-]?(?=\.?\d)(?:\d+(?:_\d+)*)?(?:\.(?:\d+(?:_\d+)*)?)?(?:e[+-]?\d+(?:_\d+)*)?$/i;
const hexadecimal =
  /^[+-]?0x_?(?=\.?[\da-f])(?:[\da-f]+(?:_[\da-f]+)*)?(?:\.(?:[\da-f]+(?:_[\da-f]+)*)?)?p[+-]?\d+(?:_\d+)*$/i;

/** What Go's ParseFloat accepts, except for values that are not finite; the text is kept. */
function parseNumber(text: string, operands: Operands): RegoNumber {
  if (nonFinite.test(text)) throw operands.mismatch(1, text, "valid number string");
  const isHexadecimal = hexadecimal.test(text);
  if (!isHexadecimal && !decimal.test(text))
    throw operands.fault(`strconv.ParseFloat: parsing ${quote(text)}: invalid syntax`);
  if (isOutOfRange(text, isHexadecimal))
    throw operands.fault(`strconv.ParseFloat: parsing ${quote(text)}: value out of range`);
  return numberFromText(text);
}

/** Whether the double nearest to the text would be infinite; binary exponents that are absurdly small count too. */
function isOutOfRange(text: string, isHexadecimal: boolean): boolean {
  const plain = text.replaceAll("_", "");
  if (!isHexadecimal) return !Number.isFinite(Number(plain));
  const [mantissa = "", power = ""] = plain
    .toLowerCase()
    .replace(/^[+-]?0x/, "")
    .split("p");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const binaryExponent = Math.log2(Number(`0x0${whole}${fraction}`)) - 4 * fraction.length + Number(power);
  return binaryExponent >= 1024 || Number(power) < -10_000;
}
