import type { Json } from "@ostiary/core";
import type { Outcome } from "../outcome.js";

/** The schema of a kind of objects, ready for use. Immutable. */
export interface ObjectSchema {
  /** What a cluster has against an object, in its words; nothing against a valid one. */
  validate(object: Json): readonly string[];
  /** Paths of the fields that the schema does not know, in byte order: `spec.foo`, `spec.list[0].bar`. */
  unknownFields(object: Json): readonly string[];
  /** A copy with the defaults of the schema filled in; the object itself where nothing is filled in. */
  applyDefaults(object: Json): Json;
  /**
   * What a cluster has against an object that is made, by the rules in `x-kubernetes-validations`. The object is valid otherwise
   * and has its defaults. Nothing where nobody runs the rules.
   */
  judgeByRules(object: Json): readonly string[];
}

/** Compiles patterns of RE2's syntax; the fault is in Go's words. */
export type PatternEngine = (pattern: string) => Outcome<{ test(text: string): boolean }, string>;
