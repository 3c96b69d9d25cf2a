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
  compareBytes(one.enforcementAction, other.enforcementAction) ||
  compareBytes(one.message, other.message) ||
  compareBytes(one.constraint.kind, other.constraint.kind) ||
  compareBytes(one.constraint.name, other.constraint.name);
