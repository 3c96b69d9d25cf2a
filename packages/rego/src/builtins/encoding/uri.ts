import { RegoObject } from "../../value/object.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { readUri } from "./uri-reference.js";

/** Builtins of URIs. */
export const uriBuiltins: readonly BuiltinDefinition[] = [
  { name: "uri.parse", signature: "uri: string -> output: object[string: string]", call: parse },
  { name: "uri.is_valid", signature: "uri: string -> result: boolean", call: isValid },
];

/** The parts that are there. */
function parse(operands: Operands): RegoObject {
  const reading = readUri(operands.string(1));
  if (!reading.ok) throw operands.fault(reading.message);
  const { scheme, hostname, port, path, rawPath, rawQuery, fragment } = reading.uri;
  const parts = { scheme, hostname, port, path, raw_path: rawPath, raw_query: rawQuery, fragment };
  return new RegoObject(Object.entries(parts).filter(([, part]) => part !== ""));
}

function isValid(operands: Operands): boolean {
  const text = operands.value(1);
  return typeof text === "string" && text !== "" && readUri(text).ok;
}
