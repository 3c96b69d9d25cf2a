import type { Placed } from "./graphql-tree.js";

/** Two fields that cannot be one; if the fault is in fields inside them, those. */
export interface Conflict extends Placed {
  readonly responseName: string;
  readonly message: string;
  readonly inner: readonly Conflict[];
}

/** What is said about a conflict. */
export const conflictMessage = (conflict: Conflict): string =>
  `Fields "${conflict.responseName}" conflict because ${reasonOf(conflict)}. Use different aliases on the fields to fetch both if this was intentional.`;

function reasonOf({ message, inner }: Conflict): string {
  if (inner.length === 0) return message;
  return inner.map((one) => `subfields "${one.responseName}" conflict because ${reasonOf(one)}`).join(" and ");
}
