import type { TypeFault } from "@ostiary/rules";
import { decide } from "./decide.js";
import type { Decision } from "./decision.js";
import { guard } from "./guard.js";
import { ownFields } from "./own-fields.js";
import { isPolicySet, type PolicySet } from "./policy-set.js";
import { describeTypeFault } from "./problems.js";
import { readPolicies } from "./read-policies.js";
import { findRequestFaults, type Review } from "./request.js";
import { readSubject } from "./subject.js";

/**
 * Judges one admission request as it is sent, whatever its kind.
 *
 * @param request - the request and what it takes to judge it: the namespace, and for a Namespace the pods in it
 * @param policies - what `readPolicies` gave; or documents, which are then read on every call
 * @returns a decision with `answers`: what each real server would reply. For a controller these differ from what becomes of
 *   its pods: a cluster admits it with a warning. Nothing is ever thrown.
 *
 * @example
 * ```ts
 * const decision = review({ operation: "CREATE", object: pod, namespaceObject: namespace }, policies);
 * const [answer] = decision.answers ?? [];
 * ```
 */
export const review = (request: Review, policies: PolicySet | readonly unknown[]): Decision =>
  guard(() => {
    const faults = findRequestFaults(request);
    if (faults.length > 0) return refuseRequest(faults);
    const policySet = isPolicySet(policies) ? policies : readPolicies(policies);
    return decide(readSubject(ownFields(request), "request", policySet.podCarriers), policySet);
  });

const refuseRequest = (faults: readonly TypeFault[]): Decision => ({
  allowed: false,
  violations: [],
  problems: faults.map((fault) => describeTypeFault(fault, "request: ")),
  considered: [],
  answers: [],
});
