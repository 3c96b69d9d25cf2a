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
  missingFrom,
  nameContainer166,
} from "./capability-names.js";
import { speAllowsListed } from "./exception-value.js";
import type { ContainerJudge } from "./judge-containers.js";

/** `spec.policies.allowedCapabilities`: the capabilities that containers may add. */
export const allowedCapabilitiesField: PolicyField = { name: "allowedCapabilities", schema: always(capabilityNames) };

/** What an exception allows; `undefined` where it says nothing. */
type Excepted = ObjectView | undefined;

/** What differs between releases. */
interface Behaviour {
  readonly isCovered: (container: ContainerView, excepted: ObjectView) => boolean;
  /** Words a violation: `list` is what the policy allows. */
  readonly word: (container: ContainerView, list: string, excepted: Excepted) => string;
}

const printAdded = (container: ContainerView): string => printValue(capabilitiesOf(container, "add"), "float");

const RELEASE_166: Behaviour = {
  isCovered: () => false,
  word: ({ ref }, list) => `${nameContainer166(ref)} has a disallowed capability. Allowed capabilities are ${list}`,
};

const RELEASE_176: Behaviour = {
  isCovered: (container, excepted) =>
    areAmong(excepted.strings("add"), capabilitiesOf(container, "add")) &&
    areAmong(excepted.strings("drop"), capabilitiesOf(container, "drop")),
  word: (container, list, excepted) => {
    const actual = `Actual capabilities.add: ${printAdded(container)}`;
    const what = `container <${container.ref.name}> has a disallowed capability. | ${actual} | Allowed capabilities: ${list}`;
    if (excepted === undefined) return what;
    const add = printValue(excepted.strings("add"), "float");
    const drop = printValue(excepted.strings("drop"), "float");
    return `${what} | SecurityPolicyException allowed: capabilities.add: ${add}, capabilities.drop: ${drop}`;
  },
};

const NEXT: Behaviour = {
  isCovered: (container, excepted) => areAmong(excepted.strings("add"), capabilitiesOf(container, "add")),
  word: (container, list, excepted) => {
    const actual = `capabilities.add: ${printAdded(container)}`;
    const what = `container has a disallowed capability, container: ${container.ref.name} | ${actual} | policy allows: ${list}`;
    return what + speAllowsListed(excepted?.strings("add"));
  },
};

const passes: ContainerJudge = () => undefined;

/**
 * Containers may add only listed capabilities.
 *
 * Field    spec.policies.allowedCapabilities: list of names of capabilities
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].securityContext.capabilities.add
 * Allowed  a listed name, case does not matter; ALL admits only ALL, unless nothing has to be dropped: then there is no
 *          constraint
 * Absent   with requiredDropCapabilities alone nothing may be added in 1.66 and 1.76, and anything in next
 * Empty    as absent in 1.66; nothing may be added later
 * Excepted from 1.76 on: securityContext.capabilities.allowedValues.add; 1.76 asks as well that what the container drops is
 *          within drop
 * Fix      take what is not listed out of `capabilities.add`; to bind a port below 1024 `NET_BIND_SERVICE` is enough
 * Source   security-policy: allowed-capabilities
 */
export const restrictAdded: PerRelease<(allowed: readonly string[] | undefined) => ContainerJudge> = {
  "1.66": (allowed) => forbidUnlisted(allowed, RELEASE_166),
  "1.76": (allowed) => forbidUnlisted(allowed, RELEASE_176),
  next: (allowed) => (allowed === undefined ? passes : forbidUnlisted(allowed, NEXT)),
};

function forbidUnlisted(list: readonly string[] | undefined, { isCovered, word }: Behaviour): ContainerJudge {
  const allowed = list ?? [];
  const printed = list === undefined ? "NONE" : printValue(list, "exact");
  return (container, subject) => {
    const { securityContext, ref } = container;
    const added = capabilitiesOf(container, "add");
    const unlisted = added.length === 0 ? [] : missingFrom(allowed, added);
    if (unlisted.length === 0) return undefined;
    const excepted = exceptedCapabilities(subject.exception(ref));
    if (excepted !== undefined && isCovered(container, excepted)) return undefined;
    return {
      rule: allowedCapabilitiesField.name,
      message: word(container, printed, excepted),
      findings: unlisted.map(({ name, index }) => ({
        path: securityContext.path("capabilities", "add", index),
        container: ref,
        found: name,
        allowed,
      })),
    };
  };
}
