import { certain } from "../../value/certain.js";
import { get, objectEntries } from "../../value/collection.js";
import { equal } from "../../value/equal.js";
import { isArray, isCollection, isSet, type Value } from "../../value/value.js";

/** A part of a pattern: a value, or `anything`. */
export type PatternPart = { readonly value: Value } | "anything";

/** What a body demands of one document, as far as it can be told before the body runs. */
export type Expectation =
  /** It is there. */
  | { readonly kind: "defined"; readonly variable?: string }
  /** It is the scalar, or a collection that contains it. */
  | { readonly kind: "scalar"; readonly value: Value }
  /** It is an array of these parts. */
  | { readonly kind: "array"; readonly parts: readonly PatternPart[] }
  /** It is a text that consists of these parts, between delimiters. */
  | { readonly kind: "glob"; readonly parts: readonly PatternPart[]; readonly delimiters: string };

/** Can a document be what is expected? True does not promise that the body succeeds. */
export function isPossible(expectation: Expectation, document: Value): boolean {
  switch (expectation.kind) {
    case "defined":
      return true;
    case "scalar":
      return equal(document, expectation.value) || containsScalar(document, expectation.value);
    case "array":
      return isArray(document) && fits(expectation.parts, document);
    case "glob":
      return typeof document !== "string" || fits(expectation.parts, splitText(document, expectation.delimiters));
  }
}

function containsScalar(document: Value, scalar: Value): boolean {
  if (!isCollection(document)) return false;
  if (isArray(document)) return document.some((member) => equal(member, scalar));
  if (isSet(document)) return document.has(scalar);
  for (const [, member] of objectEntries(document)) if (equal(member, scalar)) return true;
  return false;
}

function fits(parts: readonly PatternPart[], items: readonly Value[]): boolean {
  if (parts.length !== items.length) return false;
  return parts.every((part, index) => part === "anything" || equal(part.value, certain(get(items, index), "item")));
}

/** The parts of a text between delimiters; a delimiter after a backslash does not count. */
export function splitText(text: string, delimiters: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let isEscaped = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isEscaped || character === "\\") {
      isEscaped = !isEscaped;
    } else if (delimiters.includes(character)) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
