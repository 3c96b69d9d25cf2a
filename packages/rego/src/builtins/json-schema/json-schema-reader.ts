import { property } from "../../value/collection.js";
import { isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import type { RegexEngine } from "../regex/regex-engine.js";
import { jsonSchemaKeywords } from "./json-schema-keywords.js";
import { deepestSchema, emptySchema, type Schema, SchemaFault } from "./json-schema-model.js";
import { type Draft, draftOf, SchemaPool } from "./json-schema-pool.js";
import type { SchemaReading } from "./json-schema-reading.js";

/** Reads one schema document with everything that it refers to. */
export class SchemaSource {
  readonly #pool = new SchemaPool();
  readonly #references = new Map<string, Schema>();

  constructor(readonly regex: RegexEngine) {}

  /** @throws SchemaFault in OPA's words when the document is no schema */
  readDocument(document: Value): Schema {
    this.#pool.add(document);
    return this.read(document, draftOf(document) ?? "any", "", 0);
  }

  read(node: Value, draft: Draft, base: string, depth: number): Schema {
    if (depth > deepestSchema) throw new SchemaFault("schema is nested too deeply");
    if (typeof node === "boolean" && draft !== 4) return { ...emptySchema(), pass: node };
    if (!isObjectValue(node)) throw new SchemaFault("Expected: Valid Schema, given: Invalid JSON");
    const reading = this.#readingOf(draft, this.#pool.baseOf(node, draft, base), depth);
    this.#readKeywords(node, reading);
    return reading.schema;
  }

  #readingOf(draft: Draft, base: string, depth: number): SchemaReading {
    const read = (node: Value): Schema => this.read(node, draft, base, depth + 1);
    return { schema: emptySchema(), regex: this.regex, draft, base, depth, read };
  }

  #readKeywords(node: ObjectValue, reading: SchemaReading): void {
    for (const [keyword, read] of jsonSchemaKeywords) {
      const value = property(node, keyword);
      if (value === undefined) continue;
      read(value, reading, keyword);
      if (keyword !== "$ref" || typeof value !== "string") continue;
      reading.schema.target = this.#referTo(value, reading);
      return;
    }
  }

  /** A schema that refers to itself is put together while it is being read. */
  #referTo(reference: string, reading: SchemaReading): Schema {
    const address = this.#pool.resolve(reference, reading.base);
    const known = this.#references.get(address);
    if (known !== undefined) return known;
    const target = emptySchema();
    this.#references.set(address, target);
    const found = this.#pool.find(address);
    if (typeof found.node !== "boolean" && !isObjectValue(found.node))
      throw new SchemaFault("Valid Schema must be of type object");
    return Object.assign(target, this.read(found.node, found.draft ?? reading.draft, found.base, reading.depth + 1));
  }
}
