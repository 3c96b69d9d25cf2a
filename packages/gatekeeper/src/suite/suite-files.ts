import type { Json } from "@ostiary/core";
import type { Outcome } from "../outcome.js";

/**
 * The files around a suite. A failure has the code `unreadable` for a file that cannot be read, `invalid-yaml` for one that
 * cannot be understood; its message says why, without naming the file twice.
 */
export interface SuiteFiles {
  /** A path as messages name it. */
  name(path: string): string;
  /** The first object in a file. */
  readOne(path: string): Outcome<Json>;
  /** All objects in a file. */
  readAll(path: string): Outcome<readonly Json[]>;
}
