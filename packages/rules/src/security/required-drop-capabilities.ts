import { always, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { PerRelease } from "../release.js";
import type { ObjectView } from "../subject/object-view.js";
import type { ContainerView } from "../subject/pod-view.js";
import {
  areAmong,
  capabilitiesOf,
  capabilityNames,
  exceptedCapabilities,
  nameContainer166,
} from "./capability-names.js";
import { exceptionAllowed, speAllowsListed } from "./exception-value.js";
import type { ContainerJudge } from "./judge-containers.js";

/** `spec.policies.requiredDropCapabilities`: the capabilities that containers have to drop. */
export const requiredDropCapabilitiesField: PolicyField = {
  name: "requiredDropCapabilities",
  schema: always(capabilityNames),
};

/** What differs between releases. */
interface Behaviour {
  /** Whether a container that drops some capabilities drops enough. */
  readonly isEnough: (dropped: readonly string[], required: readonly string[]) => boolean;
  /** Whether an exception, given what it lists, covers a container. */
  readonly isCovered: (dropped: readonly string[], excepted: readonly string[]) => boolean;
  /** Words a violation: `list` is what the policy requires. */
  readonly word: (container: ContainerView, list: string, excepted: ObjectView | undefined) => string;
}

const ALL = ["ALL"];

const printDropped = (container: ContainerView): string => printValue(capabilitiesOf(container, "drop"), "float");

const RELEASE_166: Behaviour = {
  isEnough: (dropped, required) => areAmong(dropped, required) || areAmong(dropped, ALL),
  isCovered: () => false,
  word: ({ ref }, list) =>
    `${nameContainer166(ref)} is not dropping all required capabilities. Container must drop all of ${list} or "ALL"`,
};

const RELEASE_176: Behaviour = {
  isEnough: (dropped, required) => areAmong(dropped, required) && areAmong(dropped, ALL),
  isCovered: (dropped, excepted) => areAmong(dropped, excepted),
  word: (container, list, excepted) => {
    const written = container.securityContext.object("capabilities").raw("drop") ?? undefined;
    const actual = `${printDropped(container)}${written === undefined ? " (not set)" : ""}`;
    const exception = exceptionAllowed(": capabilities.drop", excepted?.strings("drop"));
    const what = `container <${container.ref.name}> is not dropping all required capabilities.`;
    return `${what} | Actual capabilities.drop: ${actual} | Required drop capabilities: ${list} or "ALL"${exception}`;
  },
};

const NEXT: Behaviour = {
  isEnough: areAmong,
  isCovered: (dropped, excepted) => excepted.length > 0 && areAmong(dropped, excepted),
  word: (container, list, excepted) => {
    const what = `container is not dropping all required capabilities, container: ${container.ref.name}`;
    const policy = `capabilities.drop: ${printDropped(container)} | policy allows: ${list}`;
    return `${what} | ${policy}${speAllowsListed(excepted?.strings("drop"))}`;
  },
};

const passes: ContainerJudge = () => undefined;

/**
 * Containers must drop listed capabilities.
 *
 * Field    spec.policies.requiredDropCapabilities: list of names of capabilities
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.capabilities.drop
 * Allowed  1.66: all listed names, or ALL; 1.76: all listed names and ALL; next: all listed names, to which ALL is no
 *          substitute. Case does not matter
 * Absent   nothing has to be dropped
 * Empty    as absent in 1.66; ALL has to be dropped in 1.76; nothing in next
 * Excepted from 1.76 on: securityContext.capabilities.allowedValues.drop, if the container drops all that it lists; in next
 *          an empty list covers nothing
 * Fix      set `securityContext.capabilities.drop` to the listed names in every container, together with `ALL` for 1.76;
 *          `[ALL]` is enough where that is what is listed
 * Source   security-policy: allowed-capabilities
 */
export const requireDropped: PerRelease<(required: readonly string[] | undefined) => ContainerJudge> = {
  "1.66": (required) => (required === undefined ? passes : requireAll(required, RELEASE_166)),
  "1.76": (required) => (required === undefined ? passes : requireAll(required, RELEASE_176)),
  next: (required) => (required === undefined ? passes : requireAll(required, NEXT)),
};

function requireAll(required: readonly string[], { isEnough, isCovered, word }: Behaviour): ContainerJudge {
  const list = printValue(required, "exact");
  return (container, subject) => {
    const { securityContext, ref } = container;
    const dropped = capabilitiesOf(container, "drop");
    if (isEnough(dropped, required)) return undefined;
    const excepted = exceptedCapabilities(subject.exception(ref));
    if (excepted !== undefined && isCovered(dropped, excepted.strings("drop"))) return undefined;
    const found = dropped.length === 0 ? undefined : dropped;
    return {
      rule: requiredDropCapabilitiesField.name,
      message: word(container, list, excepted),
      findings: [{ path: securityContext.path("capabilities", "drop"), container: ref, found, allowed: required }],
    };
  };
}
