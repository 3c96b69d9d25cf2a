import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import { exceptedStrings, exceptionAllowed, speAllows } from "./exception-value.js";
import { judgeContainers } from "./judge-containers.js";

const TYPES = ["Default", "Unmasked"] as const;

/** `spec.policies.allowedProcMount`: how containers may mount /proc. */
export const allowedProcMountField: PolicyField = { name: "allowedProcMount", schema: always(z.enum(TYPES)) };

const schema = z.looseObject({ allowedProcMount: z._default(z.string(), "Default") });

type Parameters = z.infer<typeof schema>;

/** What differs between releases. */
interface Behaviour {
  /** Whether the policy admits what a container asks for. */
  readonly admits: (allowed: string, found: string) => boolean;
  /** Whether an entry of the exception admits it. */
  readonly covers: (entry: string, found: string) => boolean;
  /** Words a violation, given the container's name, what it asks for, and what the policy and the exception allow. */
  readonly word: (name: string, found: string, allowed: string, excepted: readonly string[] | undefined) => string;
}

const FORBIDDEN = "ProcMount type is not allowed, container: ";

const isSame = (allowed: string, found: string): boolean => allowed.toLowerCase() === found.toLowerCase();

const isEqual = (allowed: string, found: string): boolean => allowed === found;

/** Nothing is asked of an empty value, nor by a constraint that allows Unmasked. */
const admits166: Behaviour["admits"] = (allowed, found) =>
  found === "" || isSame(allowed, "Unmasked") || isSame(allowed, found);

const RELEASE_166: Behaviour = {
  admits: admits166,
  covers: isSame,
  word: (name, _found, allowed) => `${FORBIDDEN}${name}. Allowed procMount types: ${allowed.toLowerCase()}`,
};

const RELEASE_176: Behaviour = {
  admits: admits166,
  covers: isSame,
  word: (name, found, allowed, excepted) => {
    const what = `${FORBIDDEN}${name}. | Actual procMount: ${found} | Allowed procMount types: ${allowed.toLowerCase()}`;
    return what + exceptionAllowed(" procMount types", excepted);
  },
};

const NEXT: Behaviour = {
  admits: isEqual,
  covers: isEqual,
  word: (name, found, allowed, excepted) => {
    const policy = printValue([allowed], "exact");
    return `${FORBIDDEN}${name} | procMount: ${found} | policy allows: ${policy}${speAllows(excepted)}`;
  },
};

/**
 * Containers must mount /proc with its sensitive parts hidden.
 *
 * Field    spec.policies.allowedProcMount: Default or Unmasked, which is as absent
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.procMount
 * Allowed  absent; 1.66 and 1.76: empty, and Default in any case; next: Default
 * Excepted from 1.76 on: securityContext.procMount.allowedValues
 * Fix      remove `procMount`
 * Source   security-policy: allowed-proc-mount
 */
export const allowedProcMount = constraintKind<Parameters>({
  name: "D8AllowedProcMount",
  fields: [allowedProcMountField],
  objects: PODS,
  parameters: schema,
  generate: always(({ allowedProcMount: allowed }) =>
    allowed === "Default" ? { allowedProcMount: allowed } : undefined,
  ),
  behaviours: {
    "1.66": (parameters) => requireProcMount(parameters, RELEASE_166),
    "1.76": (parameters) => requireProcMount(parameters, RELEASE_176),
    next: (parameters) => requireProcMount(parameters, NEXT),
  },
});

function requireProcMount(
  { allowedProcMount: allowed }: Parameters,
  { admits, covers, word }: Behaviour,
): ConstraintCheck {
  return judgeContainers(({ securityContext, ref }, subject) => {
    const found = securityContext.string("procMount");
    if (found === undefined || admits(allowed, found)) return undefined;
    const excepted = exceptedStrings(subject.exception(ref), "procMount");
    if (excepted?.some((entry) => covers(entry, found))) return undefined;
    const path = securityContext.path("procMount");
    return { message: word(ref.name, found, allowed, excepted), findings: [{ path, container: ref, found, allowed }] };
  });
}
