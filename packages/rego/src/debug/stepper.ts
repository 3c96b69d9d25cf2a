import type { EvaluateOptions, QueryResult } from "../evaluate/evaluate-query.js";
import type { Policy } from "../policy.js";
import type { Outcome } from "../syntax/diagnostic.js";
import type { Value } from "../value/value.js";
import { TraceRecorder } from "./trace.js";
import type { TraceEvent, TraceFrame } from "./trace-event.js";

/** A line at which a resumed evaluation stops. */
export interface Breakpoint {
  /** As the module is called; empty for the query. */
  readonly file: string;
  /** From 1. */
  readonly row: number;
}

/** A run in which an evaluation stands, and where in it. */
export interface StackFrame {
  readonly kind: TraceFrame["kind"];
  /** The path of the rule; of others, the text of the body. */
  readonly text: string;
  readonly file: string;
  readonly row: number;
  readonly column: number;
}

/** What a whole evaluation was. */
interface Recording {
  readonly events: readonly TraceEvent[];
  readonly droppedEvents: number;
  readonly outcome: Outcome<readonly QueryResult[]>;
  /** For each run, by its number, the step of its parent that it was begun at. */
  readonly callers: ReadonlyMap<number, TraceEvent>;
}

/**
 * Goes through an evaluation step by step, forwards and backwards.
 *
 * An evaluation is synchronous and gives the same steps whenever it is repeated. So it is recorded once, up to a limit, and a
 * stepper is only a place in the record: it never changes, and each move gives another one.
 */
export class Stepper {
  private constructor(
    private readonly recording: Recording,
    /** The number of the step, from 0; behind the last one the evaluation has ended. */
    readonly index: number,
  ) {}

  /**
   * Evaluates a query and stands at its first step.
   *
   * @param limit - how many steps are kept. Default 100,000
   * @returns the errors of a query that does not compile; one that ends with an error can be stepped through up to there
   */
  static start(policy: Policy, query: string, options: EvaluateOptions = {}, limit = 100_000): Outcome<Stepper> {
    const prepared = policy.prepare(query);
    if (!prepared.ok) return prepared;
    const recorder = new TraceRecorder({ limit, modules: policy.modules });
    const outcome = prepared.value.evaluate({ ...options, observer: recorder });
    const { events, droppedEvents } = recorder;
    return { ok: true, value: new Stepper({ events, droppedEvents, outcome, callers: findCallers(events) }, 0) };
  }

  /** What the whole evaluation came to. */
  get outcome(): Outcome<readonly QueryResult[]> {
    return this.recording.outcome;
  }

  /** How many steps there are. */
  get length(): number {
    return this.recording.events.length;
  }

  /** How many steps came after the last that was kept. */
  get droppedEvents(): number {
    return this.recording.droppedEvents;
  }

  /** The step at which it stands; undefined at the end. */
  get event(): TraceEvent | undefined {
    return this.recording.events[this.index];
  }

  /** The variables of the source that have values at this step. */
  get variables(): ReadonlyMap<string, Value> {
    return this.event?.bindings ?? new Map();
  }

  /** The runs in which it stands, the innermost first. */
  get callStack(): readonly StackFrame[] {
    const stack: StackFrame[] = [];
    for (let event = this.event; event !== undefined; event = this.recording.callers.get(event.frame.id)) {
      const { file, row, column } = event;
      stack.push({ kind: event.frame.kind, text: event.frame.text, file, row, column });
    }
    return stack;
  }

  /** The next step, wherever it is. */
  into(): Stepper {
    return this.next(() => true);
  }

  /** The next step of this run or of one that it belongs to: rules, functions and closures that it asks are passed over. */
  over(): Stepper {
    const depth = this.event?.frame.depth ?? 0;
    return this.next(({ frame }) => frame.depth <= depth);
  }

  /** The next step of the run that asked this one. */
  out(): Stepper {
    const depth = this.event?.frame.depth ?? 0;
    return this.next(({ frame }) => frame.depth < depth);
  }

  /** The next literal, or rule that is entered, at one of the breakpoints. */
  resume(breakpoints: readonly Breakpoint[]): Stepper {
    return this.next((event) => stopsAt(event, breakpoints));
  }

  /** The step before; at the first one, itself. */
  back(): Stepper {
    return this.previous(() => true);
  }

  /** The last literal, or rule that was entered, before this step at one of the breakpoints; the first step where there is none. */
  rewind(breakpoints: readonly Breakpoint[]): Stepper {
    return this.previous((event) => stopsAt(event, breakpoints));
  }

  private next(isWanted: (event: TraceEvent) => boolean): Stepper {
    const { events } = this.recording;
    let index = Math.min(this.index + 1, events.length);
    for (let event = events[index]; event !== undefined && !isWanted(event); event = events[index]) index += 1;
    return new Stepper(this.recording, index);
  }

  private previous(isWanted: (event: TraceEvent) => boolean): Stepper {
    const { events } = this.recording;
    let index = Math.max(this.index - 1, 0);
    for (let event = events[index]; event !== undefined && index > 0 && !isWanted(event); event = events[index])
      index -= 1;
    return new Stepper(this.recording, index);
  }
}

const stopsAt = ({ kind, file, row }: TraceEvent, breakpoints: readonly Breakpoint[]): boolean =>
  (kind === "eval" || kind === "enter") && breakpoints.some((point) => point.file === file && point.row === row);

function findCallers(events: readonly TraceEvent[]): ReadonlyMap<number, TraceEvent> {
  const callers = new Map<number, TraceEvent>();
  const latest = new Map<number, TraceEvent>();
  for (const event of events) {
    const { id, parent } = event.frame;
    const caller = parent === undefined ? undefined : latest.get(parent.id);
    if (caller !== undefined && !callers.has(id)) callers.set(id, caller);
    latest.set(id, event);
  }
  return callers;
}
