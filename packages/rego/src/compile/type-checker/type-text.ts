import { compare } from "../../value/compare.js";
import type { Property, Type } from "../../value/type.js";
import { isUnknown } from "./type-algebra.js";

/** A type as OPA's errors show it; `???` for what is not known. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "union":
      return isUnknown(type) ? "???" : `any<${[...type.of].sort(compareTypes).map(typeText).join(", ")}>`;
    case "array":
      return `array${listText(type.items.map(typeText))}${type.rest === undefined ? "" : `[${typeText(type.rest)}]`}`;
    case "set":
      return `set[${typeText(type.of)}]`;
    case "object": {
      const { dynamic } = type;
      const properties = sortedProperties(type.properties).map(
        ({ key, type: of }) => `${String(key)}: ${typeText(of)}`,
      );
      const others = dynamic === undefined ? "" : `[${typeText(dynamic.key)}: ${typeText(dynamic.value)}]`;
      return `object${listText(properties)}${others}`;
    }
    default:
      return type.kind;
  }
}

const listText = (texts: readonly string[]): string => (texts.length === 0 ? "" : `<${texts.join(", ")}>`);

const sortedProperties = (properties: readonly Property[]): readonly Property[] =>
  [...properties].sort((left, right) => compare(left.key, right.key));

const ranks: readonly Type["kind"][] = [
  "null",
  "boolean",
  "number",
  "string",
  "array",
  "object",
  "set",
  "any",
  "union",
];

/** Scalars first, then collections; of one kind those that are known member by member first. */
function compareTypes(left: Type, right: Type): number {
  const byKind = ranks.indexOf(left.kind) - ranks.indexOf(right.kind);
  if (byKind !== 0) return byKind;
  return Number(isOpen(left)) - Number(isOpen(right)) || compare(typeText(left), typeText(right));
}

const isOpen = (type: Type): boolean =>
  (type.kind === "array" && type.rest !== undefined) || (type.kind === "object" && type.dynamic !== undefined);

/** The types of arguments; those that a builtin declares have names. */
export const argumentsText = (types: readonly Type[]): string =>
  `(${types.map((type) => (type.label === undefined ? typeText(type) : `${type.label}: ${typeText(type)}`)).join(", ")})`;

/** The lines below an error of a call. */
export const argumentLines = (have: readonly Type[], want: readonly Type[]): readonly string[] => [
  `have: ${argumentsText(have.map((type) => ({ ...type, label: undefined })))}`,
  `want: ${argumentsText(want)}`,
];
