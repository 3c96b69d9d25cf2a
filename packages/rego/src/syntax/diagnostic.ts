import type { Location } from "./location.js";

/** What kind of error it is: the codes of OPA. */
export type DiagnosticCode =
  | "rego_parse_error"
  | "rego_compile_error"
  | "rego_type_error"
  | "rego_unsafe_var_error"
  | "rego_recursion_error"
  | "eval_internal_error"
  | "eval_cancel_error"
  | "eval_conflict_error"
  | "eval_type_error"
  | "eval_builtin_error"
  | "eval_with_merge_error";

/** One error with its place. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** OPA's wording, without place and code. */
  readonly message: string;
  readonly file: string;
  readonly row: number;
  readonly column: number;
  /** What OPA adds in lines of their own: the types that an error of types is about. */
  readonly details?: readonly string[];
  /** The source line and the caret below it, where a source is known. */
  readonly excerpt?: readonly [line: string, caret: string];
}

/** The result of what can fail: a value, or the errors in OPA's order. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/** Makes a diagnostic without an excerpt. */
export const diagnose = (code: DiagnosticCode, message: string, location: Location): Diagnostic => ({
  code,
  message,
  file: location.file,
  row: location.row,
  column: location.column,
});

/** The source line of an error and a caret below its place, as OPA prints them: leading tabs are dropped. */
export function excerptOf(source: string, offset: number): readonly [string, string] {
  let position = Math.min(offset, source.length - 1);
  while (position > 0 && /\s/.test(source.charAt(position))) position -= 1;
  let begin = position;
  while (begin > 0 && !isLineBreak(source.charAt(begin))) begin -= 1;
  if (isLineBreak(source.charAt(begin))) begin += 1;
  let end = position;
  while (end < source.length && !isLineBreak(source.charAt(end))) end += 1;
  const line = source.slice(Math.min(begin, end), end);
  const visible = line.replace(/^\t+/, "");
  const indent = Math.max(0, position - begin - (line.length - visible.length));
  return [visible, `${" ".repeat(indent)}^`];
}

const isLineBreak = (character: string): boolean => character === "\n" || character === "\r";

/** One error as OPA prints it: `<file>:<row>: <code>: <message>`, then details and excerpt. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const place = diagnostic.file === "" ? `${diagnostic.row}` : `${diagnostic.file}:${diagnostic.row}`;
  const isUnplaced = diagnostic.row === 0 && diagnostic.message === "error limit reached";
  const text = `${isUnplaced ? "" : `${place}: `}${diagnostic.code}: ${diagnostic.message}`;
  const { details = [], excerpt = [] } = diagnostic;
  return [text, ...[...details, ...excerpt].map((line) => `\t${line}`)].join("\n");
}

/** Several errors as OPA prints them: a count, then each on its own line. */
export function renderDiagnostics(errors: readonly Diagnostic[]): string {
  const [first] = errors;
  if (first === undefined) return "no error(s)";
  if (errors.length === 1) {
    const text = renderDiagnostic(first);
    // OPA gives this error alone, not as a list of one.
    return first.message === "empty module" ? text : `1 error occurred: ${text}`;
  }
  return [`${errors.length} errors occurred:`, ...errors.map(renderDiagnostic)].join("\n");
}
