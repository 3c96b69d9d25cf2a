import { type CoverageReport, jsonText, type QueryExpression, type QueryResult, type Value } from "@ostiary/rego";
import { coverageJson } from "./coverage-report.js";
import { indentJson, jsonArray, jsonObject } from "./indent-json.js";
import { errorsJson, errorsText, type OutputError } from "./output-error.js";
import { textTable } from "./text-table.js";

/** What an evaluation came to. */
export interface EvalOutput {
  readonly expressions: readonly QueryExpression[];
  readonly results: readonly QueryResult[];
  readonly errors: readonly OutputError[];
  /** The trace as text, if one was wanted. */
  readonly explanation?: string;
  readonly coverage?: CoverageReport;
  /** Values in tables are cut off behind this many characters; 0: never. */
  readonly prettyLimit: number;
}

/** What is written to standard output and to standard error. */
export interface Written {
  readonly output: string;
  readonly errors: string;
}

type Formatter = (output: EvalOutput) => string;

/** The formats of `rego eval`, as OPA names them. */
const FORMATTERS: Readonly<Record<string, Formatter>> = {
  json: (output) => `${indentJson(documentJson(output, resultsJson(output)))}\n`,
  values: ({ results }) => results.map(({ expressions }) => lines(jsonArray(expressions.map(jsonText)))).join(""),
  bindings: ({ results }) => results.map(({ bindings }) => lines(bindingsJson(bindings))).join(""),
  pretty: (output) => (output.explanation ?? "") + prettyResults(output) + prettyCoverage(output),
  raw: ({ results }) => results.map(({ expressions }) => `${expressions.map(rawText).join(" ")}\n`).join(""),
  discard: (output) => `${indentJson(documentJson(output, '"discarded"'))}\n`,
};

/** Formats that have a place for errors of their own. */
const HAS_ERRORS: ReadonlySet<string> = new Set(["json", "discard"]);

/** The names of the formats. */
export const EVAL_FORMATS: readonly string[] = Object.keys(FORMATTERS);

/** Writes what an evaluation came to in one of {@link EVAL_FORMATS}. */
export const writeEvalOutput = (format: string, output: EvalOutput): Written => {
  const write = FORMATTERS[format];
  if (write === undefined) return { output: "", errors: `unknown format \`${format}\`\n` };
  if (output.errors.length === 0 || HAS_ERRORS.has(format)) return { output: write(output), errors: "" };
  const trace = format === "pretty" ? (output.explanation ?? "") : "";
  return { output: trace, errors: `${errorsText(output.errors)}\n` };
};

const lines = (json: string): string => `${indentJson(json)}\n`;

const documentJson = ({ results, errors, explanation, coverage }: EvalOutput, result: string): string =>
  jsonObject({
    errors: errors.length === 0 ? undefined : errorsJson(errors),
    result: results.length === 0 ? undefined : result,
    explanation: explanation === undefined ? undefined : JSON.stringify(explanation.trimEnd().split("\n")),
    coverage: coverage === undefined ? undefined : coverageJson(coverage),
  });

const resultsJson = ({ results, expressions }: EvalOutput): string => {
  const places = expressions.map(({ text, row, column }) => ({
    text: JSON.stringify(text),
    location: JSON.stringify({ row, col: column }),
  }));
  return jsonArray(
    results.map(({ expressions: values, bindings }) =>
      jsonObject({
        expressions: jsonArray(values.map((value, index) => jsonObject({ value: jsonText(value), ...places[index] }))),
        bindings: bindings.size === 0 ? undefined : bindingsJson(bindings),
      }),
    ),
  );
};

const bindingsJson = (bindings: QueryResult["bindings"]): string => jsonText(Object.fromEntries(bindings));

const rawText = (value: Value): string => (typeof value === "string" ? value : jsonText(value));

const prettyResults = (output: EvalOutput): string => {
  const [first] = output.results;
  if (first === undefined) return "undefined\n";
  const { expressions, bindings } = first;
  const isOneValue = expressions.length === 1 || expressions.every((value) => typeof value === "boolean");
  const [only] = expressions;
  if (output.results.length === 1 && bindings.size === 0 && isOneValue && only !== undefined)
    return lines(jsonText(only));
  return prettyTable(output, first);
};

/** A column for each variable, and for each expression that is more than true or false. */
const prettyTable = ({ results, expressions, prettyLimit }: EvalOutput, first: QueryResult): string => {
  const names = [...first.bindings.keys()].sort();
  const shown = expressions
    .map(({ text }, index) => ({ text, index }))
    .filter(({ index }) => typeof first.expressions[index] !== "boolean" || names.length === 0);
  const rows = results.map((result) =>
    [...names.map((name) => result.bindings.get(name)), ...shown.map(({ index }) => result.expressions[index])].map(
      (value) => shortened(value, prettyLimit),
    ),
  );
  return textTable([...names, ...shown.map(({ text }) => text)], rows);
};

const shortened = (value: Value | undefined, limit: number): string => {
  const text = value === undefined ? "null" : jsonText(value);
  return limit > 0 && text.length > limit ? `${text.slice(0, limit)}...` : text;
};

const prettyCoverage = ({ coverage }: EvalOutput): string =>
  coverage === undefined ? "" : `Overall coverage: ${coverage.percent.toFixed(2)} %\n`;
