import { formatFieldPath } from "@ostiary/core";
import type { TraceEntry } from "@ostiary/gatekeeper";
import { showControls, writeJson } from "@ostiary/report";

/** Longer values tell nothing to people. */
const LONGEST = 200;

/** Says in one line what a mutator did, or why it did nothing. */
export const describeTraceEntry = (entry: TraceEntry): string => {
  const { iteration, mutator, path } = entry;
  const who = `${mutator.kind} \`${showControls(mutator.name)}\``;
  const when = `(iteration ${iteration})`;
  if (entry.what === "stopped")
    return `${who} stopped at ${showControls(formatFieldPath(path))}: ${entry.condition} ${when}`;
  const before = entry.before === undefined ? "" : `${show(entry.before)} -> `;
  return `${who} set ${showControls(formatFieldPath(path))}: ${before}${show(entry.after)} ${when}`;
};

const show = (value: unknown): string => {
  const text = showControls(writeJson(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
