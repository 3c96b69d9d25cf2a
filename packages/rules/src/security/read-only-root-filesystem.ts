import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { exceptedBoolean, speAllows } from "./exception-value.js";
import { judgeContainers } from "./judge-containers.js";

/** `spec.policies.readOnlyRootFilesystem`: whether containers must not write to their root file system. */
export const readOnlyRootFilesystemField: PolicyField = {
  name: "readOnlyRootFilesystem",
  schema: always(z.boolean()),
};

/** What differs between releases: how a violation is worded, given what the pod's exception allows. */
type Wording = (name: string, excepted: boolean | undefined) => string;

const REQUIRED = "only read-only root filesystem container is allowed";

/**
 * Every container must have a root file system that it cannot write to.
 *
 * Field    spec.policies.readOnlyRootFilesystem: boolean; false is as absent, it does not ask for a writable one
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.readOnlyRootFilesystem
 * Allowed  true only
 * Excepted from 1.76 on: securityContext.readOnlyRootFilesystem.allowedValue false
 * Fix      set `securityContext.readOnlyRootFilesystem: true` in every container, and mount an `emptyDir` where it has to
 *          write, `/tmp` for example
 * Source   security-policy: read-only-root-filesystem
 */
export const readOnlyRootFilesystem = constraintKind<object>({
  name: "D8ReadOnlyRootFilesystem",
  fields: [readOnlyRootFilesystemField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ readOnlyRootFilesystem: required }) => (required === true ? {} : undefined)),
  behaviours: {
    "1.66": () => requireReadOnly((name) => `${REQUIRED}: ${name}`),
    "1.76": () => requireReadOnly(word176),
    next: () => requireReadOnly(wordNext),
  },
});

function requireReadOnly(word: Wording): ConstraintCheck {
  return judgeContainers(({ securityContext, ref }, subject) => {
    const found = securityContext.boolean("readOnlyRootFilesystem");
    if (found === true) return undefined;
    const excepted = exceptedBoolean(subject.exception(ref), "readOnlyRootFilesystem");
    if (excepted === false) return undefined;
    const path = securityContext.path("readOnlyRootFilesystem");
    return {
      message: word(ref.name, excepted),
      findings: [{ path, container: ref, found, allowed: true }],
    };
  });
}

const word176: Wording = (name, excepted) => {
  const exception = excepted === true ? " | SecurityPolicyException allowed: readOnlyRootFilesystem: true" : "";
  const actual = "readOnlyRootFilesystem: not set (defaults to false)";
  return `${REQUIRED}: ${name}. | ${actual} | readOnlyRootFilesystem: true${exception}`;
};

const wordNext: Wording = (name, excepted) => {
  const exception = speAllows(excepted === undefined ? undefined : [excepted]);
  return `${REQUIRED}, container: ${name} | readOnlyRootFilesystem: false | policy allows: true${exception}`;
};
