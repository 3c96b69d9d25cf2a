import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import type { ContainerView } from "../subject/pod-view.js";
import { exceptedBoolean, speAllows } from "./exception-value.js";
import { judgeContainers } from "./judge-containers.js";
import { printObject } from "./print-object.js";

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
 * Fix      remove `privileged` and ask for what the container needs: a capability, a device through a device plugin; what has
 *          to be privileged gets an exception
 * Source   security-policy: allow-privileged
 */
export const allowPrivileged = constraintKind<object>({
  name: "D8PrivilegedContainer",
  fields: [allowPrivilegedField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ allowPrivileged: allowed }) => (allowed === true ? undefined : {})),
  behaviours: {
    "1.66": () => forbidPrivileged(word166),
    "1.76": () => forbidPrivileged(word176),
    next: () => forbidPrivileged(wordNext),
  },
});

function forbidPrivileged(word: Wording): ConstraintCheck {
  return judgeContainers((container, subject) => {
    const { securityContext, ref } = container;
    if (securityContext.boolean("privileged") !== true) return undefined;
    const excepted = exceptedBoolean(subject.exception(ref), "privileged");
    if (excepted === true) return undefined;
    const path = securityContext.path("privileged");
    return {
      message: word(container, excepted),
      findings: [{ path, container: ref, found: true, allowed: false }],
    };
  });
}

const word166: Wording = ({ securityContext, ref }) =>
  `Privileged container is not allowed: ${ref.name}, securityContext: ${printObject(securityContext)}`;

const word176: Wording = ({ ref }) =>
  `Privileged container is not allowed: ${ref.name}. | privileged: true | privileged: false`;

const wordNext: Wording = ({ ref }, excepted) => {
  const exception = speAllows(excepted === undefined ? undefined : [excepted]);
  return `Privileged container is not allowed, container: ${ref.name} | privileged: true | policy allows: false${exception}`;
};
