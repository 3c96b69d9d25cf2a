import type { PerRelease } from "@ostiary/rules/deckhouse";
import type { PolicySpec } from "../deckhouse/policy-schema.js";
import { examplePod, exampleSecured } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";

type Policies = PolicySpec["policies"];

/** A field that is enforced by its documentation, and not by its rule. */
interface Toothless {
  readonly field: string;
  isToothless(policies: Policies): boolean;
  readonly message: string;
  /** An object that the field seems to refuse. */
  readonly object: object;
}

const withSysctl = examplePod({}, { securityContext: { sysctls: [{ name: "kernel.msgmax", value: "1" }] } });

const hasEmptyType = (entry: unknown): boolean =>
  typeof entry === "object" && entry !== null && Object.values(entry).every((text) => text === "");

const IN_NEXT: readonly Toothless[] = [
  {
    field: "allowedUnsafeSysctls",
    isToothless: ({ allowedUnsafeSysctls: allowed, forbiddenSysctls: forbidden }) =>
      Array.isArray(allowed) && allowed.length > 0 && !allowed.includes("*") && forbidden === undefined,
    message: "`allowedUnsafeSysctls` without `forbiddenSysctls` restricts nothing in release next",
    object: withSysctl,
  },
  {
    field: "seLinux",
    isToothless: ({ seLinux }) => Array.isArray(seLinux) && seLinux.some(hasEmptyType),
    message: "an entry of `seLinux` without content admits everything in release next, whatever the others say",
    object: exampleSecured({ seLinuxOptions: { type: "spc_t" } }),
  },
  {
    field: "allowHostNetwork",
    isToothless: ({ allowHostNetwork, allowedHostPorts }) =>
      allowHostNetwork === false && allowedHostPorts === undefined,
    message: "`allowHostNetwork: false` without `allowedHostPorts` restricts nothing in release next",
    object: examplePod({}, { hostNetwork: true }),
  },
];

const TOOTHLESS: PerRelease<readonly Toothless[]> = { "1.66": [], "1.76": [], next: IN_NEXT };

/** A field that restricts nothing, although it is given. */
export const toothlessField: LintRule = {
  code: "toothless-field",
  find: ({ policy: { kind, spec }, release }) =>
    TOOTHLESS[release]
      .filter(({ isToothless }) => kind === "SecurityPolicy" && isToothless(spec.policies))
      .map(({ field, message, object }) => ({
        message,
        path: fieldPath(field),
        evidence: { object, outcome: "admitted" },
      })),
};
