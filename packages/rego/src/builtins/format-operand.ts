import type { FormatFlags } from "./format-directive.js";
import { formatFloat } from "./format-float.js";
import { formatInteger } from "./format-integer.js";
import { formatString } from "./format-string.js";

/** What is printed, with the name of its type in Go. */
export type FormatOperand =
  | { readonly kind: "integer"; readonly value: bigint; readonly typeName: string }
  | { readonly kind: "float"; readonly value: number; readonly typeName: string }
  | { readonly kind: "string"; readonly value: string; readonly typeName: string };

/** The name of the type of integers beyond 64 bits. */
export const bigIntegerType = "*big.Int";

/** An operand under a verb; a verb that it does not have is shown with type and value. */
export function formatOperand(operand: FormatOperand, verb: string, flags: FormatFlags): string {
  if (verb === "T") return formatString(operand.typeName, "s", flags) ?? "";
  return formatByKind(operand, verb, flags) ?? badVerb(operand, verb, flags);
}

function formatByKind(operand: FormatOperand, verb: string, flags: FormatFlags): string | undefined {
  if (operand.kind === "string") return formatString(operand.value, verb, flags);
  if (operand.kind === "float") return formatFloat(operand.value, verb, flags);
  return operand.typeName === bigIntegerType
    ? formatBigInteger(operand.value, verb, flags)
    : formatInteger(operand.value, verb, flags);
}

/** Integers beyond 64 bits have the verb `s` too, but none for characters. */
function formatBigInteger(value: bigint, verb: string, flags: FormatFlags): string | undefined {
  if ("cqU".includes(verb)) return undefined;
  return formatInteger(value, verb === "s" ? "d" : verb, flags);
}

function badVerb(operand: FormatOperand, verb: string, flags: FormatFlags): string {
  const typeName = operand.typeName === bigIntegerType ? "big.Int" : operand.typeName;
  return `%!${verb}(${typeName}=${formatByKind(operand, "v", operand.typeName === bigIntegerType ? { ...flags, width: undefined } : flags) ?? ""})`;
}
