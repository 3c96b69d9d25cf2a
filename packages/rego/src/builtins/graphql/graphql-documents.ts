import { isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import { buildSchema } from "./graphql-build-schema.js";
import { findingText, GraphqlDepthFault, GraphqlFault, messageOf } from "./graphql-fault.js";
import { queryFromJson, schemaFromJson } from "./graphql-json.js";
import { readQuery } from "./graphql-query.js";
import { rules } from "./graphql-rules.js";
import type { GraphqlSchema } from "./graphql-schema.js";
import { readSchema } from "./graphql-schema-text.js";
import type { QueryDocument, SchemaDocument } from "./graphql-tree.js";
import { GraphqlWalk } from "./graphql-walk.js";

/** A schema that was read; it is looked whether it is one when that is first asked. */
export interface ReadSchema {
  readonly document: SchemaDocument;
  /** @throws GraphqlFault when it is none */
  readonly checked: () => GraphqlSchema;
}

/** Reads and validates documents; faults are in OPA's words. */
export class GraphqlDocuments {
  readonly #schemas = new Map<Value, ReadSchema>();

  /** @param charge - counts work */
  constructor(readonly charge: (units: number) => void) {}

  /** Whether a value can be a document. */
  static canRead(value: Value): value is string | ObjectValue {
    return typeof value === "string" || isObjectValue(value);
  }

  /** @throws GraphqlFault when the value is no document */
  query(value: Value): QueryDocument {
    return this.#read(value, readQuery, queryFromJson);
  }

  /** The same of a schema. */
  schema(value: Value): ReadSchema {
    const known = this.#schemas.get(value);
    if (known !== undefined) return known;
    const document = this.#read(value, readSchema, schemaFromJson);
    let schema: GraphqlSchema | undefined;
    const checked = (): GraphqlSchema => {
      schema ??= this.#build(document);
      return schema;
    };
    this.#schemas.set(value, { document, checked });
    return { document, checked };
  }

  #read<T>(
    value: Value,
    readText: (text: string, charge: (units: number) => void) => T,
    readJson: (value: ObjectValue) => T,
  ): T {
    if (!GraphqlDocuments.canRead(value)) throw new GraphqlFault("neither a text nor an object");
    if (typeof value !== "string") return readJson(value);
    this.charge(Math.ceil(value.length / 16));
    return reworded(
      () => readText(value, this.charge),
      (text) => messageOf(text),
    );
  }

  #build(document: SchemaDocument): GraphqlSchema {
    const context = "Error in gqlparser SchemaDocument to Schema conversion: ";
    return reworded(
      () => buildSchema(document, this.charge),
      (text) => context + text,
    );
  }

  /** @throws GraphqlFault when the document is not valid: OPA names all findings, as if they were one */
  validate(query: QueryDocument, schema: GraphqlSchema): void {
    const findings = new GraphqlWalk(schema, query, rules).findAll();
    if (findings.length > 0) throw new GraphqlFault(messageOf(findings.map((one) => `${findingText(one)}\n`).join("")));
  }
}

/** Gives a fault the message that OPA makes of gqlparser's text. */
function reworded<T>(read: () => T, reword: (text: string) => string): T {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof GraphqlFault) || fault instanceof GraphqlDepthFault) throw fault;
    throw new GraphqlFault(reword(findingText(fault)));
  }
}
