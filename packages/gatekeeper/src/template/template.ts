import type { Json } from "@ostiary/core";
import type { ObjectSchema } from "../schema/object-schema.js";

/** One entry of `spec.targets[0].code`, after `rego` of older templates has become one. */
export interface TemplateCode {
  /** As written: any text. */
  readonly engine: string;
  /** `undefined` for none. */
  readonly source: Json | undefined;
}

/** A ConstraintTemplate that the validating webhook admits; whether its rule compiles is not known. Immutable. */
export interface Template {
  /**
   * `metadata.name` as written. Equals the kind but for the case of its letters; only a template whose name is all lower case
   * is found by its constraints, because they look for their kind in lower case.
   */
  readonly name: string;
  /** The kind of the template's constraints, as written. */
  readonly kind: string;
  readonly target: string;
  /** `spec.targets[0].operations`: those at which the webhook asks for this template. None, or `*` among them: all. */
  readonly operations: readonly string[];
  /** All code of the template, in the order written. */
  readonly code: readonly TemplateCode[];
  /** Of the generated CRD: what the template's constraints look like. */
  readonly schema: ObjectSchema;
}
