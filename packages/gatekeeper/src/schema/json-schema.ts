import type { Json } from "@ostiary/core";

/**
 * A schema as CustomResourceDefinitions write it, sparse: a field that is absent, empty text, zero or false where that is what
 * absence means, is not there. `$ref` and its like are only noted, because schemas with them are refused.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/v1, JSONSchemaProps
 */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly nullable?: true;
  readonly default?: Json;
  readonly maximum?: number;
  readonly exclusiveMaximum?: true;
  readonly minimum?: number;
  readonly exclusiveMinimum?: true;
  readonly multipleOf?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: true;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly enum?: readonly Json[];
  readonly items?: ItemsSchema;
  readonly properties?: ReadonlyMap<string, JsonSchema>;
  readonly additionalProperties?: AdditionalSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  /** May be false too, which is refused. */
  readonly preserveUnknownFields?: boolean;
  readonly embeddedResource?: true;
  readonly intOrString?: true;
  readonly listType?: string;
  readonly listMapKeys?: readonly string[];
  readonly mapType?: string;
  readonly validations?: readonly ValidationRule[];
  /** What no schema of a cluster may have. */
  readonly unsupported?: UnsupportedFields;
}

/** `items`: one schema, several, or neither where it is something else. */
export interface ItemsSchema {
  readonly schema?: JsonSchema;
  readonly schemas?: readonly JsonSchema[];
}

/** `additionalProperties` and `additionalItems`: whether more is allowed, and what it has to look like. */
export interface AdditionalSchema {
  readonly allows: boolean;
  readonly schema?: JsonSchema;
}

/** One of `x-kubernetes-validations`. */
export interface ValidationRule {
  readonly rule: string;
  readonly message: string;
  readonly messageExpression: string;
  readonly reason: string | undefined;
  readonly fieldPath: string;
  readonly optionalOldSelf: boolean | undefined;
}

/** Fields that a cluster knows only to refuse them. */
export interface UnsupportedFields {
  readonly id?: string;
  readonly $schema?: string;
  readonly $ref?: string;
  readonly patternProperties?: ReadonlyMap<string, JsonSchema>;
  readonly definitions?: ReadonlyMap<string, JsonSchema>;
  readonly dependencies?: ReadonlyMap<string, JsonSchema | undefined>;
  readonly additionalItems?: AdditionalSchema;
}
