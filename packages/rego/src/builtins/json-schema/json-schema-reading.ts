import type { Value } from "../../value/value.js";
import type { RegexEngine } from "../regex/regex-engine.js";
import type { Schema } from "./json-schema-model.js";
import type { Draft } from "./json-schema-pool.js";

/** A place in a schema that is being read. */
export interface SchemaReading {
  /** The schema that the keywords fill. */
  readonly schema: Schema;
  readonly regex: RegexEngine;
  readonly draft: Draft;
  readonly base: string;
  readonly depth: number;
  /** Reads a schema inside this one. */
  read(node: Value): Schema;
}
