import { type FieldPath, formatFieldPath } from "../field-path.js";
import type { Json } from "../rule.js";

/** A value whose type is not what Kubernetes' schema says; an API server refuses to decode such an object. */
export interface TypeFault {
  readonly path: FieldPath;
  /** What the schema asks for, for people: `boolean`, `list of strings`, … */
  readonly expected: string;
  /** What is there, for people: `string`, `list`, `null`, … */
  readonly found: string;
}

/** One value that a rule looked at. */
export interface Read {
  readonly path: FieldPath;
  /** The value, `undefined` when absent; of an object or list only the outline, `{}` or `[]`. */
  readonly found: Json | undefined;
  /** Where the effective value came from, when a container leaves it to the pod. */
  readonly inheritedFrom?: FieldPath;
}

/**
 * What reading one object has brought to light: made anew for each evaluation and passed along, so that nothing is global.
 */
export class Reading {
  /** Wrong types met so far, each place once, in the order in which they were met. */
  readonly faults: TypeFault[] = [];
  /** Every value looked at, while somebody wants them recorded; else `undefined`, which costs nothing. */
  reads: Read[] | undefined;
  private places: Set<string> | undefined;

  /** Notes a wrong type, unless that place is noted already. */
  fault(path: FieldPath, expected: string, found: string): void {
    this.places ??= new Set();
    const place = formatFieldPath(path);
    if (this.places.has(place)) return;
    this.places.add(place);
    this.faults.push({ path, expected, found });
  }
}
