import type { Json } from "@ostiary/core";

/** The objects of one file, or of standard input. */
export interface Source {
  /** As messages name it. */
  readonly title: string;
  readonly objects: readonly Json[];
}
