import type { ConstraintSubject } from "../constraint-kind.js";
import type { RuleResult } from "../rule.js";
import { speAllows } from "./exception-value.js";

/** A namespace of the node that pods can share, and the field of a policy that decides whether they may. */
export interface HostNamespace {
  /** The field of the policy, e.g. `allowHostPID`. */
  readonly rule: string;
  /** The field of the pod, e.g. `hostPID`. */
  readonly field: string;
}

/** Judges one namespace: `allowed` is what the policy says; absent forbids. */
export type HostNamespaceCheck = (
  namespace: HostNamespace,
  allowed: boolean | undefined,
  subject: ConstraintSubject,
) => RuleResult | undefined;

const exceptedField = (subject: ConstraintSubject, field: string): boolean | undefined =>
  subject.exception().object("network").object(field).boolean("allowedValue");

/** An exception can only add permission. */
export const forbidHostNamespace: HostNamespaceCheck = ({ rule, field }, allowed, subject) => {
  const { pod, name } = subject;
  if (allowed === true || pod.spec.boolean(field) !== true) return undefined;
  if (exceptedField(subject, field) === true) return undefined;
  return {
    rule,
    message: `Sharing the ${field} namespace is not allowed: ${name}`,
    findings: [{ path: pod.spec.path(field), found: true, allowed: false }],
  };
};

/** An exception takes the place of the policy: the pod has to be just as it says. */
export const matchHostNamespace: HostNamespaceCheck = ({ rule, field }, allowed, subject) => {
  const { pod, name } = subject;
  const found = pod.spec.boolean(field);
  const shares = found === true;
  const excepted = exceptedField(subject, field);
  const isAllowed = excepted === undefined ? !shares || allowed === true : shares === excepted;
  if (isAllowed) return undefined;
  const policy = `${field}: ${shares} | policy allows: ${allowed === true}`;
  return {
    rule,
    message: `Sharing the ${field} namespace is not allowed, ${name} | ${policy}${speAllows(excepted)}`,
    findings: [{ path: pod.spec.path(field), found, allowed: !shares }],
  };
};
