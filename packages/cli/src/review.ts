import { type Decision, type PolicySet, type Review, review as reviewInCore } from "@ostiary/core";
import { readPolicies } from "./read-policies.js";

/**
 * Judges one admission request as it is sent, whatever its kind.
 *
 * @param request - the request and what it takes to judge it: the namespace, and for a Namespace the pods in it
 * @param policies - what `readPolicies` gave; or documents of every kind there is, which are then read on every call
 * @returns a decision with `answers`: what real servers would reply. Nothing is ever thrown.
 *
 * @example
 * ```ts
 * const decision = review({ operation: "CREATE", object: pod, namespaceObject: namespace }, policies);
 * ```
 */
export const review = (request: Review, policies: PolicySet | readonly unknown[]): Decision =>
  reviewInCore(request, Array.isArray(policies) ? readPolicies(policies) : policies);
