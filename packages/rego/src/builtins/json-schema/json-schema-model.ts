import type { RegoNumber } from "../../value/number.js";
import type { CompiledRegex } from "../regex/regex-engine.js";

/** A pattern of a schema. */
export interface SchemaPattern {
  readonly source: string;
  readonly regex: CompiledRegex;
}

/** A format of strings. */
export interface SchemaFormat {
  readonly name: string;
  readonly accepts: (text: string) => boolean;
}

/** A read schema of JSON Schema, drafts 4, 6 and 7; a part that is not there demands nothing. */
export interface Schema {
  /** Of a boolean schema: whether values pass. */
  pass?: boolean;
  /** What `$ref` refers to; nothing else counts then. */
  target?: Schema;
  types: string[];

  properties: (readonly [string, Schema])[];
  additionalProperties?: boolean | Schema;
  patternProperties: (readonly [SchemaPattern, Schema])[];
  propertyNames?: Schema;
  /** What else must hold where a property is present: other properties, or a schema. */
  dependencies: Map<string, readonly string[] | Schema>;
  required: string[];
  minProperties?: number;
  maxProperties?: number;

  /** One schema for all items, or one for each of the first ones. */
  items?: Schema | readonly Schema[];
  additionalItems?: boolean | Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  contains?: Schema;

  multipleOf?: RegoNumber;
  minimum?: RegoNumber;
  exclusiveMinimum?: RegoNumber;
  maximum?: RegoNumber;
  exclusiveMaximum?: RegoNumber;

  minLength?: number;
  maxLength?: number;
  pattern?: SchemaPattern;
  format?: SchemaFormat;

  /** Normal texts of the values that are allowed. */
  enum: string[];
  const?: string;

  oneOf: Schema[];
  anyOf: Schema[];
  allOf: Schema[];
  not?: Schema;
  /** The parts of `if`, `then` and `else`. */
  condition?: Schema;
  whenMet?: Schema;
  whenUnmet?: Schema;
}

/** A schema that demands nothing yet. */
export const emptySchema = (): Schema => ({
  types: [],
  properties: [],
  patternProperties: [],
  dependencies: new Map(),
  required: [],
  enum: [],
  oneOf: [],
  anyOf: [],
  allOf: [],
});

/** Why a schema cannot be read, or a document not be judged. */
export class SchemaFault {
  constructor(readonly message: string) {}
}

/** Schemas and documents that are nested deeper are refused. */
export const deepestSchema = 1_000;
