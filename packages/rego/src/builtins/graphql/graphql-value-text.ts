import { quote } from "../../value/quote.js";
import { type GraphqlValue, valueKind } from "./graphql-tree.js";

/** A value as messages show it. */
export function valueText({ kind, raw, children }: GraphqlValue): string {
  if (kind === valueKind.variable) return `$${raw}`;
  if (kind === valueKind.string || kind === valueKind.block) return quote(raw);
  if (kind === valueKind.list) return `[${children.map(({ value }) => valueText(value)).join(",")}]`;
  if (kind === valueKind.object)
    return `{${children.map(({ name, value }) => `${name}:${valueText(value)}`).join(",")}}`;
  return raw;
}

/** Whether a text is an integer, and whether it has so many bits. */
export function integerFault(text: string, bits: 32 | 64): "syntax" | "range" | undefined {
  if (!/^[-+]?\d+$/.test(text)) return "syntax";
  const digits = text.replace(/^[-+]?0*/, "");
  if (digits.length > 19) return "range";
  const value = BigInt(text.startsWith("-") ? `-${digits || "0"}` : digits || "0");
  return BigInt.asIntN(bits, value) === value ? undefined : "range";
}

const booleans = new Set(["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"]);

/** Whether a value cannot be represented in Go, or one inside it cannot. */
export function isUnrepresentable(
  { kind, raw, children }: GraphqlValue,
  visit: (value: GraphqlValue) => boolean,
): boolean {
  if (kind === valueKind.int) return integerFault(raw, 64) !== undefined;
  if (kind === valueKind.float) return raw.trim() === "" || !Number.isFinite(Number(raw));
  if (kind === valueKind.boolean) return !booleans.has(raw);
  return children.some(({ value }) => visit(value));
}
