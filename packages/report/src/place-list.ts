import type { CheckedObject, Position, PositionedFinding } from "./checked-object.js";
import type { DistinctViolation } from "./distinct-violations.js";
import { describeFinding } from "./finding-text.js";

/** One place to point at in a file. */
export interface Place {
  /** Absent when only the object as a whole can be pointed at. */
  readonly finding?: PositionedFinding;
  readonly position: Position;
}

/** The places of a violation: its findings, or the line in which the object begins if it has none. */
export const listPlaces = (
  { violation }: Pick<DistinctViolation, "violation">,
  entry: Pick<CheckedObject, "line">,
): readonly Place[] => {
  const { findings } = violation;
  if (findings.length === 0) return [{ position: beginningOf(entry) }];
  return findings.map((finding) => ({
    finding,
    position: finding.position === undefined ? beginningOf(entry) : markedPosition(finding, finding.position),
  }));
};

/** Of an absent field only where its nearest ancestor begins is pointed at: what stands there is not to blame. */
export const markedPosition = ({ found }: PositionedFinding, position: Position): Position =>
  found === undefined ? { ...position, endLine: position.line, endColumn: position.column + 1 } : position;

/** The first character of an object. */
export const beginningOf = ({ line }: Pick<CheckedObject, "line">): Position => ({
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

/** Describes a place in one line: where it is in the file, and what is wrong there. */
export const describePlace = ({ file }: Pick<CheckedObject, "file">, { finding, position }: Place): string => {
  const place = `${file}:${position.line}:${position.column}`;
  return finding === undefined ? place : `${place}: ${describeFinding(finding)}`;
};
