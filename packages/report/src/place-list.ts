import { formatFieldPath } from "@ostiary/core";
import type { CheckedObject, Position, PositionedFinding } from "./checked-object.js";
import type { DistinctViolation } from "./distinct-violations.js";

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
  return findings.map((finding) => ({ finding, position: finding.position ?? beginningOf(entry) }));
};

/** The first character of an object. */
export const beginningOf = ({ line }: Pick<CheckedObject, "line">): Position => ({
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

/** Describes a finding in one line: where it is, and what would be allowed. */
export const describePlace = ({ file }: Pick<CheckedObject, "file">, { finding, position }: Place): string => {
  const place = `${file}:${position.line}:${position.column}`;
  return finding === undefined ? place : `${place}: ${formatFieldPath(finding.path)}`;
};
