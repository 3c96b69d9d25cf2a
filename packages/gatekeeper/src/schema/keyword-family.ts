import type { Json } from "@ostiary/core";
import { Double } from "../mutation/working-value.js";
import type { JsonSchema } from "./json-schema.js";
import type { PatternEngine } from "./object-schema.js";
import type { ValidationResult } from "./validation-result.js";

/**
 * How numbers are taken: `doubles` as in a whole object, whose numbers all come as doubles; `integers` as in a default, where
 * integers stay integers.
 */
export type NumberForm = "doubles" | "integers";

/** A number as the validator has it: whether it counts as an integer of 64 bits. */
export const isInteger64 = (value: Json, numbers: NumberForm): boolean => {
  if (numbers === "doubles") return false;
  if (typeof value === "bigint") return BigInt.asIntN(64, value) === value;
  return typeof value === "number" && Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
};

/** A value as messages show it: a double otherwise than an integer. */
export const shownValue = ({ value, context }: Pick<Judgement, "value" | "context">): Json | Double => {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && !isInteger64(value, context.numbers) ? new Double(Number(value)) : value;
};

/** What one keyword is judged with. */
export interface Judgement {
  readonly schema: JsonSchema;
  /** The types that are allowed; none given: all. */
  readonly types: readonly string[];
  /** Empty for none, and for one that the cluster does not know. */
  readonly format: string;
  readonly value: Json;
  readonly place: string;
  readonly context: ValidationContext;
}

/** What stays the same during a validation. */
export interface ValidationContext {
  readonly numbers: NumberForm;
  readonly patterns: PatternEngine;
  /** Validates a value below or beside. */
  validate(schema: JsonSchema, value: Json, place: string): ValidationResult;
}

/** A family of keywords. */
export interface KeywordFamily {
  /** Whether the family has a say; if so it counts as a check. */
  applies(judgement: Judgement): boolean;
  judge(judgement: Judgement): ValidationResult;
}
