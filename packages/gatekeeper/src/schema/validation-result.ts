import type { Json } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import type { Double } from "../mutation/working-value.js";
import { printValue } from "./field-error.js";

/** One thing that a schema has against a value. */
export interface ValueError {
  /** What tells errors apart: of the same text only the first is kept. */
  readonly text: string;
  /** Where the value is, from the root of what is validated: `spec.list[0]`. Empty for the root, and where nobody says. */
  readonly place: string;
  /** What is said about it. */
  readonly body: string;
}

/**
 * What the validation of a value has brought to light, and how many checks went well: of several alternatives the one with
 * most of those is reported.
 */
export class ValidationResult {
  readonly errors: ValueError[] = [];
  matches = 0;
  private readonly texts = new Set<string>();

  get isValid(): boolean {
    return this.errors.length === 0;
  }

  add(error: ValueError): void {
    if (this.texts.has(error.text)) return;
    this.texts.add(error.text);
    this.errors.push(error);
  }

  merge(other: ValidationResult): void {
    for (const error of other.errors) this.add(error);
    this.matches += other.matches;
  }
}

/** A text of the validator about the value at a place. */
export const valueError = (place: string, value: Json | Double, text: string): ValueError => ({
  text,
  place,
  body: `Invalid value: ${printValue(value)}: ${text}`,
});

/** A text that names its place itself. */
export const looseError = (text: string): ValueError => valueError("", "", text);

export const typeError = (place: string, expected: string, found: string): ValueError =>
  valueError(place, found, `${place} in body must be of type ${expected}: ${goQuote(found)}`);
