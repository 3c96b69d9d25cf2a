import { objectEntries, sizeOf } from "../../value/collection.js";
import { isNumber, numberText } from "../../value/number.js";
import { toText } from "../../value/text.js";
import { isArray, isObjectValue, type Value } from "../../value/value.js";

/** A number of the template itself; those of documents are text in Go's templates. */
export class GoNumber {
  constructor(
    readonly value: number,
    readonly isInteger: boolean,
  ) {}
}

/** A value in a template; undefined where there is none. */
export type TemplateValue = Value | GoNumber | undefined;

/** The text of a text, and of a number of a document; undefined of all else. */
export function textOf(value: TemplateValue): string | undefined {
  if (typeof value === "string") return value;
  return isNumber(value) ? numberText(value) : undefined;
}

/** Whether a condition holds: everything does but what is empty. */
export function isTrue(value: TemplateValue): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "boolean") return value;
  if (value instanceof GoNumber) return value.value !== 0;
  return textOf(value) !== undefined ? textOf(value) !== "" : (sizeOf(value) ?? 0) > 0;
}

/** What is nested deeper prints as Rego, which needs no recursion. */
const deepestPrinted = 100;

/** The text that a value prints as, in Go's `%v`. */
export function printed(value: TemplateValue, depth = 0): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value === undefined || value === null) return depth === 0 ? "<no value>" : "<nil>";
  if (value instanceof GoNumber) return String(value.value);
  if (typeof value === "boolean") return String(value);
  if (depth > deepestPrinted) return toText(value);
  if (isArray(value)) return `[${value.map((member) => printed(member, depth + 1)).join(" ")}]`;
  if (!isObjectValue(value)) return "";
  const entries = Array.from(objectEntries(value), ([key, member]) => `${printed(key)}:${printed(member, depth + 1)}`);
  return `map[${entries.join(" ")}]`;
}

/** The name of a value's type in Go. */
export function goTypeOf(value: TemplateValue): string {
  if (value === undefined || value === null) return "nil";
  if (value instanceof GoNumber) return value.isInteger ? "int" : "float64";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "string";
  if (isNumber(value)) return "json.Number";
  return isObjectValue(value) ? "map[string]interface {}" : "[]interface {}";
}
