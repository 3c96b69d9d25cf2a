import type { TraceEvent } from "./trace-event.js";

/** Which steps of a trace are wanted: all, or those of `trace` or of failures with the steps that led there. */
export type TraceSelection = "full" | "notes" | "fails";

const wanted: Readonly<Record<Exclude<TraceSelection, "full">, TraceEvent["kind"]>> = { notes: "note", fails: "fail" };

/** Selects steps as OPA's `--explain` does: before each that is wanted come the runs that it happened in, unless they were told. */
export function selectTrace(events: readonly TraceEvent[], selection: TraceSelection): readonly TraceEvent[] {
  if (selection === "full") return events;
  const selected: TraceEvent[] = [];
  const entries = new Map<number, TraceEvent>();
  for (const event of events) {
    if (event.kind === wanted[selection]) {
      selected.push(...wayTo(event, entries), event);
      entries.clear();
    }
    if (event.subject === "frame" && event.kind !== "exit") entries.set(event.frame.id, event);
  }
  return selected;
}

function wayTo(event: TraceEvent, entries: ReadonlyMap<number, TraceEvent>): readonly TraceEvent[] {
  const way: TraceEvent[] = [];
  for (let frame = event.frame; ; ) {
    const entry = entries.get(frame.id);
    if (entry !== undefined) way.unshift(entry);
    if (entry === undefined || frame.parent === undefined) return way;
    frame = frame.parent;
  }
}
