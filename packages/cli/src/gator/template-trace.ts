import type { RegoEngineOptions } from "@ostiary/gatekeeper";
import { type Observer, renderTrace, TraceRecorder } from "@ostiary/rego";

type Watch = NonNullable<RegoEngineOptions["watch"]>;
type Modules = Parameters<Watch>[1];

/** Records how the rules of templates in Rego are evaluated. */
export class TemplateTrace {
  /** The recorders of the templates that were compiled, and how to make them anew. */
  private readonly watched: { recorder: TraceRecorder; readonly modules: Modules }[] = [];

  /** Who watches the evaluations of a template. */
  readonly watch: Watch = (_kind, modules) => {
    const watched = { recorder: new TraceRecorder({ modules }), modules };
    this.watched.push(watched);
    return forward(() => watched.recorder);
  };

  /** What was recorded since this was last asked for, as OPA prints a trace; empty for nothing. */
  take(): string {
    return this.watched
      .map((one) => {
        const { events, droppedEvents } = one.recorder;
        one.recorder = new TraceRecorder({ modules: one.modules });
        const rest = droppedEvents === 0 ? "" : `... and ${droppedEvents} steps more\n`;
        return events.length === 0 ? "" : renderTrace(events) + rest;
      })
      .join("");
  }
}

/** A watcher that hands everything on to whoever records at the moment. */
const forward = (current: () => TraceRecorder): Observer => ({
  enterQuery: (...step) => current().enterQuery(...step),
  enterRule: (...step) => current().enterRule(...step),
  exitRule: (rule) => current().exitRule(rule),
  enter: (...step) => current().enter(...step),
  pass: (...step) => current().pass(...step),
  fail: (...step) => current().fail(...step),
  note: (...step) => current().note(...step),
});
