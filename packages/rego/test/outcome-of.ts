import { type CompileOptions, compileRego, type Diagnostic, type EvaluateOptions, toText } from "../src/index.js";

/** A module, a query and the documents it sees. */
export interface Question extends EvaluateOptions {
  /** The module's text without its package, which is `test`; or several whole modules. */
  readonly rego: string | readonly string[];
  /** Default: the whole package `data.test`. */
  readonly query?: string;
  readonly compile?: CompileOptions;
}

const describe = ({ row, column, code, message }: Diagnostic): string => `${row}:${column} ${code}: ${message}`;

/**
 * What becomes of a query, as text: the values of its last expression, one for each solution; `undefined` when there is none;
 * or the errors with their places.
 */
export function outcomeOf({ rego, query = "data.test", compile = {}, ...options }: Question): string {
  const texts = typeof rego === "string" ? [`package test\n\n${rego}\n`] : rego;
  const sources = texts.map((source, index) => ({ file: `test-${index}.rego`, source }));
  const compiled = compileRego(sources, compile);
  if (!compiled.ok) return compiled.errors.map(describe).join("\n");
  const results = compiled.value.evaluate(query, options);
  if (!results.ok) return results.errors.map(describe).join("\n");
  const values = results.value.map(({ expressions }) => toText(expressions.at(-1) ?? null));
  return values.length === 0 ? "undefined" : values.join("\n");
}

/** The same for a module in Rego v0. */
export const outcomeOfV0 = (question: Question): string =>
  outcomeOf({ ...question, compile: { version: "v0", ...question.compile } });
