import type { Value } from "../../value/value.js";
import { createRe2Engine } from "../regex/re2.js";
import { verdictOf } from "./json-schema-judge.js";
import { SchemaFault } from "./json-schema-model.js";
import { SchemaSource } from "./json-schema-reader.js";
import { DocumentPlace } from "./json-schema-verdict.js";

/** What tests see of a judgement: a line `type | field: description` for each finding, or the fault. */
export function judgeJson(schema: Value, document: Value, charge: () => void = () => undefined): readonly string[] {
  try {
    const read = new SchemaSource(createRe2Engine()).readDocument(schema);
    const { findings } = verdictOf(read, document, DocumentPlace.root(charge));
    return findings.map(({ type, field, description }) => `${type} | ${field}: ${description}`);
  } catch (fault) {
    if (fault instanceof SchemaFault) return [`fault: ${fault.message}`];
    throw fault;
  }
}
