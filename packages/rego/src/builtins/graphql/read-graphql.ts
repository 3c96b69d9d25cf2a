import { readJson } from "../../value/json.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { graphqlBuiltins } from "./graphql.js";

/** The tree of a document, for tests, or why it has none. */
export function readGraphql(builtin: "graphql.parse_query" | "graphql.parse_schema", text: string): Value {
  const outcome = callBuiltin(graphqlBuiltins, builtin, [text]);
  const reading = readJson(outcome);
  return reading.ok ? reading.value : outcome.replace(`eval_builtin_error: ${builtin}: `, "");
}
