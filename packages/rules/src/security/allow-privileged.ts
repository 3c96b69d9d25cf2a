import { z } from "zod/mini";
import {
  always,
  type ConstraintCheck,
  type ConstraintSubject,
  constraintKind,
  PODS,
  type PolicyField,
} from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { Json, RuleResult } from "../rule.js";
import type { ContainerView } from "../subject/pod-view.js";

/** `spec.policies.allowPrivileged`: whether containers may be privileged. */
export const allowPrivilegedField: PolicyField = { name: "allowPrivileged", schema: always(z.boolean()) };

/** What differs between releases: how a violation is worded, given what the pod's exception allows. */
type Wording = (container: ContainerView, excepted: boolean | undefined) => string;

/**
 * Containers must not be privileged.
 *
 * Field    spec.policies.allowPrivileged: boolean; absent forbids, as false does
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.privileged
 * Allowed  absent, false
 * Excepted from 1.76 on: securityContext.privileged.allowedValue true
 * Source   security-policy: allow-privileged
 */
export const allowPrivileged = constraintKind<object>({
  name: "D8PrivilegedContainer",
  fields: [allowPrivilegedField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ allowPrivileged: allowed }) => (allowed === true ? undefined : {})),
  behaviours: {
    "1.66": () => forbidPrivileged(noException, word166),
    "1.76": () => forbidPrivileged(readException, word176),
    next: () => forbidPrivileged(readException, wordNext),
  },
});

type ReadException = (subject: ConstraintSubject, container: ContainerView) => boolean | undefined;

const noException: ReadException = () => undefined;

const readException: ReadException = (subject, { ref }) =>
  subject.exception(ref).object("securityContext").object("privileged").boolean("allowedValue");

function forbidPrivileged(exceptionFor: ReadException, word: Wording): ConstraintCheck {
  return (subject) => {
    const results: RuleResult[] = [];
    for (const container of subject.pod.containers) {
      if (container.securityContext.boolean("privileged") !== true) continue;
      const excepted = exceptionFor(subject, container);
      if (excepted === true) continue;
      const path = container.securityContext.path("privileged");
      results.push({
        message: word(container, excepted),
        findings: [{ path, container: container.ref, found: true, allowed: false }],
      });
    }
    return results;
  };
}

const word166: Wording = ({ fields, ref }) => {
  const context = printValue(fields.raw("securityContext") ?? {}, "float");
  return `Privileged container is not allowed: ${ref.name}, securityContext: ${context}`;
};

const word176: Wording = ({ ref }) =>
  `Privileged container is not allowed: ${ref.name}. | privileged: true | privileged: false`;

const wordNext: Wording = ({ ref }, excepted) => {
  const exception = excepted === undefined ? "" : ` | SPE allows: ${printValue([excepted] satisfies Json, "float")}`;
  const frame = `Privileged container is not allowed, container: ${ref.name} | privileged: true | policy allows: false`;
  return frame + exception;
};
