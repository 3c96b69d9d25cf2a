import { decimalFrom, isIntegerText, isNumber, numberText, type RegoNumber } from "../../value/number.js";
import type { Reference } from "../../value/reference.js";
import { toText } from "../../value/text.js";
import type { Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { checkLength } from "../text/strings.js";
import { bigIntegerType, type FormatOperand } from "./format-operand.js";
import { FormatPrinter, largestNumber } from "./format-printer.js";

/** The builtin that formats text as Go's `fmt.Sprintf` does. Source: rego.md, section 10.1. */
export const formatBuiltins: readonly BuiltinDefinition[] = [
  { name: "sprintf", signature: "format: string, values: array[any] -> output: string", call: sprintf },
];

function sprintf(operands: Operands, context: BuiltinContext): string {
  const format = operands.string(1);
  const values = operands.array(2).map((value) => operandOf(value, context.reference));
  checkWidths(format, values, context);
  const text = new FormatPrinter(format, values).print();
  checkLength(text.length, context);
  return text;
}

/** Widths and precisions of millions are legal: their sum is checked before anything is printed. */
function checkWidths(format: string, operands: readonly FormatOperand[], context: BuiltinContext): void {
  if (!/\d{4}|\*/.test(format)) return;
  const widest = operands.reduce((width, operand) => Math.max(width, widthOf(operand)), 0);
  const widths = Array.from(format.matchAll(/\d{4,}|\*/g), ([digits]) => (digits === "*" ? widest : Number(digits)));
  const sum = widths.reduce((total, width) => total + (width <= largestNumber ? width : 0), 0);
  if (sum > context.limits.stringLength) context.exceed("stringLength");
}

const widthOf = (operand: FormatOperand): number => {
  const width = operand.kind === "integer" ? Math.abs(Number(operand.value)) : 0;
  return width <= largestNumber ? width : 0;
};

/** Numbers written as integers are integers, other numbers doubles, everything else the text that it prints as. */
function operandOf(value: Value, reference: Reference): FormatOperand {
  if (typeof value === "string") return { kind: "string", value, typeName: "string" };
  return isNumber(value)
    ? numberOperand(value, reference)
    : { kind: "string", value: toText(value), typeName: "string" };
}

function numberOperand(value: RegoNumber, reference: Reference): FormatOperand {
  if (isIntegerText(value)) {
    const { digits, exponent } = decimalFrom(value);
    const integer = digits * 10n ** BigInt(exponent);
    const machineType = reference === "1.17" ? "int" : "int64";
    return {
      kind: "integer",
      value: integer,
      typeName: BigInt.asIntN(64, integer) === integer ? machineType : bigIntegerType,
    };
  }
  const double = Number(numberText(value).replaceAll("_", ""));
  return Number.isFinite(double)
    ? { kind: "float", value: double, typeName: "float64" }
    : { kind: "string", value: numberText(value), typeName: "string" };
}
