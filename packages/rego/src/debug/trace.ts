import type { Bindings, Observer } from "../evaluate/observer.js";
import type { Literal, Rule } from "../syntax/ast.js";
import { printLiteral, printTerm, sourceName } from "../syntax/print-term.js";
import { toText } from "../value/text.js";
import type { Value } from "../value/value.js";

/** What happened at one step. */
export type TraceKind = "enter" | "exit" | "eval" | "pass" | "fail" | "note";

/** One step of an evaluation. */
export interface TraceEvent {
  readonly kind: TraceKind;
  /** Nesting of rules. */
  readonly depth: number;
  readonly text: string;
  readonly file: string;
  readonly row: number;
  /** Variables and their values, as text. */
  readonly bindings: ReadonlyMap<string, string>;
}

/** Records the steps of an evaluation, up to a limit. */
export class TraceRecorder implements Observer {
  readonly events: TraceEvent[] = [];
  private depth = 0;

  /** @param limit - how many steps are kept. Default 100,000 */
  constructor(private readonly limit = 100_000) {}

  enterRule(rule: Rule): void {
    this.record("enter", printTerm(rule.head.reference), rule);
    this.depth += 1;
  }

  exitRule(rule: Rule, value: Value | undefined): void {
    this.depth -= 1;
    const result = value === undefined ? "" : ` = ${toText(value)}`;
    this.record("exit", printTerm(rule.head.reference) + result, rule);
  }

  enter(literal: Literal, bindings: Bindings): void {
    this.record("eval", printLiteral(literal), literal, bindings);
  }

  pass(literal: Literal, bindings: Bindings): void {
    this.record("pass", printLiteral(literal), literal, bindings);
  }

  fail(literal: Literal, bindings: Bindings): void {
    this.record("fail", printLiteral(literal), literal, bindings);
  }

  note(text: string): void {
    this.record("note", text);
  }

  /** The steps as lines, indented by their nesting. */
  lines(): readonly string[] {
    return this.events.map(({ kind, depth, text, file, row }) => {
      const place = file === "" ? "query" : `${file}:${row}`;
      return `${place.padEnd(20)} ${"| ".repeat(depth)}${kind} ${text}`;
    });
  }

  private record(kind: TraceKind, text: string, at?: Rule | Literal, bindings?: Bindings): void {
    if (this.events.length >= this.limit) return;
    const values = [...(bindings?.() ?? [])].map(([name, value]) => [sourceName(name), toText(value)] as const);
    const { file, row } = at?.location ?? { file: "", row: 0 };
    this.events.push({ kind, depth: this.depth, text, file, row, bindings: new Map(values) });
  }
}
