import { type Consideration, type FieldPath, formatFieldPath, type PassedRule, type Read } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";
import { writeJson } from "./json-text.js";
import { titlePolicy } from "./object-title.js";
import { indentText, type TextLayout } from "./place-text.js";

/**
 * Renders, as lines for people, which policies were weighed about an object, and why each rule passed: the values that it
 * looked at, each with the line that it comes from. Needs a decision that was made with `explain`.
 */
export const explainDecision = (entry: CheckedObject, layout: TextLayout): readonly string[] =>
  entry.decision.considered.flatMap((consideration) => [
    ...indentText(describeOutcome(consideration), "  ", "heading", layout),
    ...(consideration.passed ?? []).flatMap((passed) => explainRule(passed, entry, layout)),
  ]);

const describeOutcome = ({ policy, outcome, actions = [], note, passed }: Consideration): string => {
  const title = actions.length === 0 ? titlePolicy(policy) : `${titlePolicy(policy)} (${actions.join(", ")})`;
  const count = passed === undefined ? "" : `: ${passed.length} ${passed.length === 1 ? "rule" : "rules"} passed`;
  return `${title} ${outcome}${count}${note === undefined ? "" : `; ${note}`}`;
};

const explainRule = ({ rule, reads }: PassedRule, entry: CheckedObject, layout: TextLayout): readonly string[] => {
  const telling = selectTelling(reads);
  const absent = telling.filter(isAbsent).map(({ path }) => formatFieldPath(path));
  const lines = telling.filter((read) => !isAbsent(read)).map((read) => describeRead(read, entry));
  return [
    ...indentText(`✓ ${rule}`, "    ", "success", layout),
    ...lines.flatMap((line) => indentText(line, "      ", "faint", layout)),
    ...(absent.length === 0 ? [] : indentText(`absent: ${absent.join(", ")}`, "      ", "faint", layout)),
  ];
};

const isAbsent = ({ found, inheritedFrom }: Read): boolean => found === undefined && inheritedFrom === undefined;

const describeRead = ({ path, found, inheritedFrom }: Read, entry: CheckedObject): string => {
  const source = inheritedFrom ?? path;
  const value = `${formatFieldPath(path)}: ${isOutline(found) ? quoteSource(source, entry) : writeJson(found)}`;
  return `${value} (${inheritedFrom === undefined ? "" : "inherited from pod, "}${describeLine(source, entry)})`;
};

/** Of objects and lists a read has only the outline. */
const isOutline = (found: Read["found"]): boolean => typeof found === "object" && found !== null;

/** What is written at a path, if that is on one line. */
const quoteSource = (path: FieldPath, entry: CheckedObject): string => {
  const { exact, ...position } = entry.locate(path);
  const [first] = exact && position.line === position.endLine ? entry.excerpt(position) : [];
  return first?.text.slice(position.column - 1, position.endColumn - 1) ?? "…";
};

const describeLine = (path: FieldPath, entry: CheckedObject): string => {
  const { exact, line } = entry.locate(path);
  return exact ? `line ${line}` : "filled in by default";
};

/**
 * Keeps the reads that tell something, each place once: not the objects and lists on the way to a value, and not the names
 * by which containers are told apart.
 */
const selectTelling = (reads: readonly Read[]): readonly Read[] => {
  const places = new Map<string, Read>();
  const ways = new Set<string>();
  for (const read of reads) {
    for (let length = 0; length < read.path.length; length++) ways.add(writeJson(read.path.slice(0, length)));
    const key = writeJson(read.path);
    if (!places.has(key) || read.inheritedFrom !== undefined) places.set(key, read);
  }
  return [...places].filter(([key, read]) => !ways.has(key) && !isName(read)).map(([, read]) => read);
};

const isName = ({ path }: Read): boolean => path.at(-1) === "name" && typeof path.at(-2) === "number";
