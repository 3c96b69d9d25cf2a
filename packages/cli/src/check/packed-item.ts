import type { CheckedObject, FileProblem, Position } from "@ostiary/report";
import type { CheckedItem } from "./check-file.js";

/** Lines of a file by their numbers. */
type Lines = ReadonlyMap<number, string>;

/** What checking yielded, as plain data that can go to another thread, with the lines that its findings begin in. */
export type PackedItem =
  | { readonly object: Omit<CheckedObject, "excerpt" | "locate">; readonly lines: Lines; readonly problem?: undefined }
  | { readonly problem: Omit<FileProblem, "excerpt">; readonly lines: Lines; readonly object?: undefined };

/** Turns an item into plain data. Whoever unpacks it can show the lines of findings, but cannot locate other paths. */
export const packItem = ({ object, problem }: CheckedItem): PackedItem => {
  if (object === undefined) return packProblem(problem);
  const { excerpt, locate: _, ...data } = object;
  const { violations, problems } = object.decision;
  const places = [...violations.flatMap(({ findings }) => findings), ...problems];
  const lines = new Map<number, string>();
  for (const { position } of places) {
    if (position === undefined || lines.has(position.line)) continue;
    for (const { line, text } of excerpt(firstLine(position))) lines.set(line, text);
  }
  return { object: data, lines };
};

const packProblem = ({ excerpt, ...data }: FileProblem): PackedItem => ({
  problem: data,
  lines: new Map(excerpt?.().map(({ line, text }) => [line, text])),
});

const firstLine = (position: Position): Position => ({ ...position, endLine: position.line });

/** Turns plain data into an item again. */
export const unpackItem = ({ object, problem, lines }: PackedItem): CheckedItem => {
  if (object === undefined) {
    const { line = 0 } = problem;
    return { problem: { ...problem, excerpt: () => pickLines(lines, line, line) } };
  }
  const whole = { line: object.line, column: 1, endLine: object.line, endColumn: 1, exact: false };
  const excerpt: CheckedObject["excerpt"] = ({ line, endLine }) => pickLines(lines, line, endLine);
  return { object: { ...object, excerpt, locate: () => whole } };
};

const pickLines = (lines: Lines, from: number, to: number) => {
  const known = [...lines].filter(([line]) => from <= line && line <= to);
  return known.map(([line, text]) => ({ line, text }));
};
