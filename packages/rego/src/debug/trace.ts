import { isGenerated } from "../compile/name-source.js";
import type { Bindings, Observer } from "../evaluate/observer.js";
import { type Body, calledOperator, type Literal, type Module, type Rule } from "../syntax/ast.js";
import type { Location } from "../syntax/location.js";
import { printTerm, sourceName } from "../syntax/print-term.js";
import type { Value } from "../value/value.js";
import { BodyOwners } from "./body-owners.js";
import type { TraceEvent, TraceFrame, TraceKind } from "./trace-event.js";
import { type Definitions, definitionsIn, unfoldedText } from "./unfold.js";

/** How an evaluation is recorded. */
export interface TraceOptions {
  /** How many steps are kept. Default 100,000. */
  readonly limit?: number;
  /** The modules of the policy: with them rules are called by their whole paths. */
  readonly modules?: readonly Module[];
}

/** A run that has not ended. */
interface OpenFrame {
  readonly frame: TraceFrame;
  readonly body: Body;
  readonly location: Location;
  readonly definitions: Definitions;
  /** Literals that had a solution and can be asked for another one. */
  readonly passed: Set<Literal>;
  current: Literal | undefined;
}

const noBindings: Bindings = () => new Map();

/**
 * Records the steps of an evaluation, up to a limit.
 *
 * The evaluator tells of literals and rules; where the bodies of comprehensions, `every` and `not` begin follows from the literals.
 * Steps that an evaluation leaves out because their result cannot matter are no steps.
 */
export class TraceRecorder implements Observer {
  readonly events: TraceEvent[] = [];
  private readonly open: OpenFrame[] = [];
  private readonly owners = new BodyOwners();
  private readonly limit: number;
  private readonly packages: ReadonlyMap<string, readonly string[]>;
  private frames = 0;
  private dropped = 0;

  constructor({ limit = 100_000, modules = [] }: TraceOptions = {}) {
    this.limit = limit;
    this.packages = new Map(modules.map((module) => [module.file, module.package.path]));
  }

  /** How many steps came after the last that is kept. */
  get droppedEvents(): number {
    return this.dropped;
  }

  enterQuery(body: Body): void {
    this.open.length = 0;
    const [first] = body;
    if (first !== undefined) this.begin("query", sourceText(body), body, first.location);
  }

  enterRule(rule: Rule): void {
    const path = this.packages.get(rule.location.file);
    const name = printTerm(rule.head.reference);
    this.begin("rule", path === undefined ? name : ["data", ...path, name].join("."), rule.body, rule.location);
  }

  exitRule(rule: Rule): void {
    while (this.open.length > 0 && this.open.pop()?.body !== rule.body);
  }

  enter(literal: Literal, bindings: Bindings): void {
    const open = this.frameFor(literal);
    if (open === undefined) return;
    open.passed.delete(literal);
    open.current = literal;
    this.recordLiteral("eval", literal, open, bindings);
  }

  pass(literal: Literal, bindings: Bindings): void {
    const open = this.returnTo(literal);
    if (open === undefined) return;
    if (open.passed.has(literal)) this.recordRedo(literal, open, bindings);
    open.passed.add(literal);
    open.current = literal;
    if (literal === open.body.at(-1)) this.recordFrame("exit", open, bindings);
  }

  fail(literal: Literal, bindings: Bindings): void {
    const open = this.returnTo(literal);
    if (open === undefined) return;
    open.current = literal;
    if (open.passed.has(literal)) this.recordRedo(literal, open, bindings);
    else this.recordLiteral("fail", literal, open, bindings);
  }

  note(text: string): void {
    const open = this.open.at(-1);
    if (open === undefined || this.isFull()) return;
    const { location } = open.current ?? open;
    this.record({ kind: "note", frame: open.frame, subject: "literal", text, bindings: new Map() }, location);
  }

  private begin(kind: TraceFrame["kind"], text: string, body: Body, location: Location): OpenFrame {
    const parent = this.open.at(-1)?.frame;
    const place = parent === undefined ? { depth: 1 } : { depth: parent.depth + 1, parent };
    const frame: TraceFrame = { id: this.frames, kind, text, ...place };
    this.frames += 1;
    this.owners.add(body);
    const definitions = definitionsIn(body);
    const open: OpenFrame = { frame, body, location, definitions, passed: new Set(), current: undefined };
    this.open.push(open);
    this.recordFrame("enter", open, noBindings);
    return open;
  }

  /** The run that a literal belongs to: one that is open, or a new one of a closure, which begins with its first literal. */
  private frameFor(literal: Literal): OpenFrame | undefined {
    const body = this.owners.ownerOf(literal);
    if (body === undefined) return undefined;
    const isOpen = this.open.some((other) => other.body === body);
    const open = isOpen ? this.returnTo(literal) : undefined;
    if (open !== undefined && (open.frame.kind !== "body" || literal !== body[0])) return open;
    if (open !== undefined) this.open.pop();
    return this.begin("body", sourceText(body), body, literal.location);
  }

  /** Runs of closures that ended without a word, because one solution was enough, are closed. */
  private returnTo(literal: Literal): OpenFrame | undefined {
    const body = this.owners.ownerOf(literal);
    while (this.open.length > 0 && this.open.at(-1)?.body !== body) this.open.pop();
    return this.open.at(-1);
  }

  private recordRedo(literal: Literal, open: OpenFrame, bindings: Bindings): void {
    if (literal === open.body.at(-1)) this.recordFrame("redo", open, bindings);
    this.recordLiteral("redo", literal, open, bindings);
  }

  private recordFrame(kind: TraceKind, { frame, location }: OpenFrame, bindings: Bindings): void {
    if (this.isFull()) return;
    this.record({ kind, frame, subject: "frame", text: frame.text, bindings: namedValues(bindings) }, location);
  }

  private recordLiteral(kind: TraceKind, literal: Literal, open: OpenFrame, bindings: Bindings): void {
    if (isHandOver(literal) || this.isFull()) return;
    const text = unfoldedText(literal, open.definitions);
    const event = { kind, frame: open.frame, subject: "literal", text, bindings: namedValues(bindings) } as const;
    this.record(event, literal.location);
  }

  /** Steps beyond the limit are only counted: describing them would take longer than the evaluation. */
  private isFull(): boolean {
    if (this.events.length < this.limit) return false;
    this.dropped += 1;
    return true;
  }

  private record(event: Omit<TraceEvent, "file" | "row" | "column">, { file, row, column }: Location): void {
    this.events.push({ ...event, file, row, column });
  }
}

/** The compiler gives a value one more name: nothing in the source does that. */
const isHandOver = ({ expression }: Literal): boolean =>
  calledOperator(expression) === "eq" &&
  expression.kind === "call" &&
  expression.args.every((arg) => arg.kind === "variable" && isGenerated(arg.name));

/** A body as the source has it, on one line. */
function sourceText(body: Body): string {
  const definitions = definitionsIn(body);
  const written = body.filter(({ generated }) => generated !== true);
  return written.map((literal) => unfoldedText(literal, definitions)).join("; ");
}

function namedValues(bindings: Bindings): ReadonlyMap<string, Value> {
  const named = [...bindings()].filter(([name]) => !isGenerated(name) && !name.startsWith("$"));
  return new Map(named.map(([name, value]) => [sourceName(name), value]));
}
