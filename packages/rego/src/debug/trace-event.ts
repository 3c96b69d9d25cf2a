import type { Value } from "../value/value.js";

/**
 * What happened at one step, as OPA names it: a query, rule or body is entered, has a solution (`exit`), or is asked for another
 * one (`redo`); a literal is about to be evaluated, has no solution (`fail`), or is asked for another one; `trace` was called.
 */
export type TraceKind = "enter" | "exit" | "redo" | "eval" | "fail" | "note";

/** One run of a query, of a body of a rule, or of the body of a comprehension, `every` or `not`. */
export interface TraceFrame {
  /** Unique in its trace. */
  readonly id: number;
  readonly kind: "query" | "rule" | "body";
  /** The path of the rule, e.g. `data.example.allow`; of others, the text of the body. */
  readonly text: string;
  /** What it runs for; absent for the query. */
  readonly parent?: TraceFrame;
  /** Nesting, 1 for the query. */
  readonly depth: number;
}

/** One step of an evaluation. */
export interface TraceEvent {
  readonly kind: TraceKind;
  readonly frame: TraceFrame;
  /** Whether the step is about its whole frame, or about a literal of it. */
  readonly subject: "frame" | "literal";
  /** The literal as the source has it, the text of the frame, or the note. */
  readonly text: string;
  /** Empty for the query. */
  readonly file: string;
  readonly row: number;
  readonly column: number;
  /** The values of the variables that the source names. */
  readonly bindings: ReadonlyMap<string, Value>;
}
