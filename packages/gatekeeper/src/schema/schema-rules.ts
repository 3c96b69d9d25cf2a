import type { Json } from "@ostiary/core";
import type { JsonSchema } from "./json-schema.js";
import type { PatternEngine } from "./object-schema.js";

/** Judges a value by the rules of its schema; `path` is where it lies, empty for a whole object. */
export type RuleJudge = (value: Json, path: string) => readonly string[];

/** What runs the rules in `x-kubernetes-validations` of schemas. */
export interface SchemaRules {
  /** What a cluster has against the rules of a schema that stands at `path`, in its words. The schema is a good one otherwise. */
  findErrors(schema: JsonSchema, path: string): readonly string[];
  /** Gets the rules of a schema ready, and tells what a cluster has against a value that has just been made. */
  compile(schema: JsonSchema): RuleJudge;
}

/** What understands parts of schemas. */
export interface SchemaMeans {
  readonly patterns: PatternEngine;
  /** Without it `x-kubernetes-validations` are not compiled. */
  readonly rules: SchemaRules | undefined;
}
