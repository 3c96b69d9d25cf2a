import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { exceptedBoolean, speAllows } from "./exception-value.js";
import { judgeContainers } from "./judge-containers.js";

/** `spec.policies.allowPrivilegeEscalation`: whether processes may gain more privileges than their parent. */
export const allowPrivilegeEscalationField: PolicyField = {
  name: "allowPrivilegeEscalation",
  schema: always(z.boolean()),
};

/** What differs between releases. */
interface Behaviour {
  /** Whether an exception that allows escalation is enough for a container, given what its field says. */
  readonly isCovered: (found: true | undefined) => boolean;
  /** Words a violation, given the container's name, its field, and what the pod's exception allows. */
  readonly word: (name: string, found: true | undefined, excepted: boolean | undefined) => string;
}

const FORBIDDEN = "Privilege escalation container is not allowed";

const RELEASE_166: Behaviour = { isCovered: () => false, word: (name) => `${FORBIDDEN}: ${name}` };

const RELEASE_176: Behaviour = {
  isCovered: (found) => found === true,
  word: (name, found, excepted) => {
    const actual = found === true ? "true" : "not set (defaults to true)";
    const exception = excepted === true ? " | SecurityPolicyException allowed: allowPrivilegeEscalation: true" : "";
    return `${FORBIDDEN}: ${name}. | allowPrivilegeEscalation: ${actual} | allowPrivilegeEscalation: false${exception}`;
  },
};

const NEXT: Behaviour = {
  isCovered: () => true,
  word: (name, _found, excepted) => {
    const exception = speAllows(excepted === undefined ? undefined : [excepted]);
    return `${FORBIDDEN}, container: ${name} | allowPrivilegeEscalation: true | policy allows: false${exception}`;
  },
};

/**
 * Every container must refuse privilege escalation.
 *
 * Field    spec.policies.allowPrivilegeEscalation: boolean; absent forbids, as false does
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.allowPrivilegeEscalation
 * Allowed  false only; absent counts as true
 * Excepted from 1.76 on: securityContext.allowPrivilegeEscalation.allowedValue true; in 1.76 not where the container's
 *          field is absent
 * Fix      set `securityContext.allowPrivilegeEscalation: false` in every container, init containers and ephemeral ones too:
 *          the pod has no such field to inherit from
 * Source   security-policy: allow-privilege-escalation
 */
export const allowPrivilegeEscalation = constraintKind<object>({
  name: "D8AllowPrivilegeEscalation",
  fields: [allowPrivilegeEscalationField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ allowPrivilegeEscalation: allowed }) => (allowed === true ? undefined : {})),
  behaviours: {
    "1.66": () => forbidEscalation(RELEASE_166),
    "1.76": () => forbidEscalation(RELEASE_176),
    next: () => forbidEscalation(NEXT),
  },
});

function forbidEscalation({ isCovered, word }: Behaviour): ConstraintCheck {
  return judgeContainers(({ securityContext, ref }, subject) => {
    const found = securityContext.boolean("allowPrivilegeEscalation");
    if (found === false) return undefined;
    const excepted = exceptedBoolean(subject.exception(ref), "allowPrivilegeEscalation");
    if (excepted === true && isCovered(found)) return undefined;
    const path = securityContext.path("allowPrivilegeEscalation");
    return {
      message: word(ref.name, found, excepted),
      findings: [{ path, container: ref, found, allowed: false }],
    };
  });
}
