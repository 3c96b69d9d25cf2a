import type { Decision, Finding, Problem, Violation } from "@ostiary/core";
import type { FieldPath, SourceLine, SourceRange } from "@ostiary/manifests";

/**
 * A stretch of a file. Lines and columns count from 1, columns in UTF-16 code units; the end column is exclusive.
 */
export type Position = Omit<SourceRange, "exact">;

/** A finding with the place in the file where it is written. */
export interface PositionedFinding extends Finding {
  /** Of an absent field: where its nearest existing ancestor is written. */
  readonly position?: Position;
}

/** A violation whose findings have places. */
export interface PositionedViolation extends Omit<Violation, "findings"> {
  readonly findings: readonly PositionedFinding[];
}

/** A problem with the place in the object's file, where its path leads into the object. */
export interface PositionedProblem extends Problem {
  readonly position?: Position;
}

/** A decision about an object that was read from a file. */
export interface PositionedDecision extends Omit<Decision, "violations" | "problems"> {
  readonly violations: readonly PositionedViolation[];
  readonly problems: readonly PositionedProblem[];
}

/** An object of a file, and what was decided about it. */
export interface CheckedObject {
  /** Path of the file, relative, with slashes; `-` for the standard input. */
  readonly file: string;
  /** Position of the document in its file, from 0; documents without content are not counted. */
  readonly document: number;
  /** Position in the list that holds the object, from 0; absent where it is a document of its own. */
  readonly item?: number;
  /** The chart's template that it was rendered from, where its document says so. */
  readonly source?: string;
  /** Line in which the object begins, from 1. */
  readonly line: number;
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty for an object without one. */
  readonly namespace: string;
  /** The object's `name`, else its `generateName`, else empty. */
  readonly name: string;
  readonly decision: PositionedDecision;
  /** The lines that a stretch of the file touches; none when the source is not at hand. Called only for what is shown. */
  excerpt(position: Position): readonly SourceLine[];
  /** Where the value at a path of the object is written. Called only for what is shown. */
  locate(path: FieldPath): SourceRange;
}
