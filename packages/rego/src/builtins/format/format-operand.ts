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
  return (
    formatByKind(operand, verb, verb === "v" ? flagsOfValue(operand, flags) : flags) ?? badVerb(operand, verb, flags)
  );
}

/** Under `v`, plus and sharp speak of fields and of Go syntax, which machine numbers do not have. */
const flagsOfValue = (operand: FormatOperand, flags: FormatFlags): FormatFlags =>
  operand.kind === "string" || operand.typeName === bigIntegerType ? flags : { ...flags, plus: false, sharp: false };

function formatByKind(operand: FormatOperand, verb: string, flags: FormatFlags): string | undefined {
  if (operand.kind === "string") return formatString(operand.value, verb, flags);
  const isBig = operand.typeName === bigIntegerType;
  if (operand.kind === "float") return formatFloat(operand.value, verb, flags);
  return isBig ? formatBigInteger(operand.value, verb, flags) : formatInteger(operand.value, verb, flags);
}

/** Integers beyond 64 bits have the verb `s` too, but none for characters. */
function formatBigInteger(value: bigint, verb: string, flags: FormatFlags): string | undefined {
  if ("cqU".includes(verb)) return undefined;
  return formatInteger(value, verb === "s" ? "d" : verb, flags);
}

function badVerb(operand: FormatOperand, verb: string, flags: FormatFlags): string {
  if (operand.typeName === bigIntegerType) return `%!${verb}(big.Int=${String(operand.value)})`;
  const shown = operand.kind === "string" ? { ...flags, sharp: false } : flags;
  return `%!${verb}(${operand.typeName}=${formatByKind(operand, "v", shown) ?? ""})`;
}
