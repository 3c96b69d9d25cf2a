import { quote } from "../value/quote.js";
import type { TraceEvent, TraceKind } from "./trace-event.js";

const words: Readonly<Record<TraceKind, string>> = {
  enter: "Enter",
  exit: "Exit",
  redo: "Redo",
  eval: "Eval",
  fail: "Fail",
  note: "Note",
};

/** Blanks between the longest place and the steps. */
const padding = 5;

/** A trace as OPA prints it: a line for each step with its place, indented by its nesting. */
export function renderTrace(events: readonly TraceEvent[]): string {
  const places = events.map(placeOf);
  const width = places.reduce((longest, place) => Math.max(longest, place.length), 0) + padding;
  return events.map((event, index) => `${places[index]?.padEnd(width)}${renderEvent(event)}\n`).join("");
}

const placeOf = ({ file, row }: TraceEvent): string => `${file === "" ? "query" : file}:${row}`;

function renderEvent({ kind, frame, subject, text }: TraceEvent): string {
  const isOutside = subject === "frame" && kind !== "exit";
  const bars = "| ".repeat(isOutside ? frame.depth - 1 : frame.depth);
  return `${bars}${words[kind]} ${kind === "note" ? quote(text) : text}`;
}
