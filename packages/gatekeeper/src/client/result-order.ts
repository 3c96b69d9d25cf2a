import { compareBytes } from "@ostiary/rules";
import type { ClientResult } from "./gatekeeper-client.js";

/**
 * Sorts results as Gatekeeper lists them: by action, then by message. It leaves open in which order those come that are equal
 * in both: by kind, then by name of the constraint.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/types/validation.go
 */
export const sortResults = (results: readonly ClientResult[]): readonly ClientResult[] => results.toSorted(inOrder);

const inOrder = (one: ClientResult, other: ClientResult): number =>
  compare(one.enforcementAction, other.enforcementAction) ||
  compare(one.message, other.message) ||
  compare(one.constraint.kind, other.constraint.kind) ||
  compare(one.constraint.name, other.constraint.name);

/** Most results of a review have the same action, and many the same kind. */
const compare = (one: string, other: string): number => (one === other ? 0 : compareBytes(one, other));
