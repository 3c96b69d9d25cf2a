import type { Action } from "@ostiary/core";
import type { SourceLine } from "@ostiary/manifests";
import type { CheckedObject } from "./checked-object.js";

/** Something that is wrong with a file, not with what an object asks for: unreadable text, a document that is no object. */
export interface FileProblem {
  /** Path of the file, relative, with slashes; `-` for the standard input. */
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  /** In UTF-16 code units, from 1. */
  readonly column?: number;
  readonly message: string;
  readonly severity: "error" | "warning";
  /** A stable name for programs, e.g. `duplicate-key`. */
  readonly code?: string;
  /** The line that is meant, where the source is at hand. Called only when it is shown. */
  readonly excerpt?: () => readonly SourceLine[];
}

/** What a whole run came to. */
export interface Summary {
  /** Files that were looked at, also those that could not be read. */
  readonly files: number;
  /** Policy documents that objects were judged by; absent when there are none. */
  readonly policies?: number;
  /** Objects that were judged. */
  readonly objects: number;
  /** Objects that are refused. */
  readonly denied: number;
  /** Objects that are admitted with at least one warning. */
  readonly warned: number;
  /** How many violations there are, by what they do. */
  readonly violations: Readonly<Record<Action, number>>;
  /** Violations that were known before and are left out; absent when nobody says which are. */
  readonly known?: number;
  /** How many problems with files there are, by severity. Problems of a decision are not among them. */
  readonly problems: Readonly<Record<FileProblem["severity"], number>>;
}

/**
 * Renders a run piece by piece, so that a run of any length needs little memory: each function returns the text to append
 * to the output. `begin` comes first and `end` last; objects and problems come in between, in any order. A renderer keeps
 * count of what it has rendered and serves one run.
 */
export interface Renderer {
  begin(): string;
  object(entry: CheckedObject): string;
  problem(problem: FileProblem): string;
  end(summary: Summary): string;
}
