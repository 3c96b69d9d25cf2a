import type { PerRelease } from "@ostiary/rules/deckhouse";
import { examplePod, exampleSecured } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";

/** A field whose absence forbids, and an object that shows it. */
type Forbidding = readonly [field: string, object: object];

const CONTAINERS: readonly Forbidding[] = [
  ["allowPrivileged", exampleSecured({ privileged: true })],
  ["allowPrivilegeEscalation", exampleSecured({ allowPrivilegeEscalation: undefined })],
];
const HOST: readonly Forbidding[] = [
  ["allowHostIPC", examplePod({}, { hostIPC: true })],
  ["allowHostPID", examplePod({}, { hostPID: true })],
  ["allowHostNetwork", examplePod({}, { hostNetwork: true })],
];

const FORBIDDING: PerRelease<readonly Forbidding[]> = {
  "1.66": [...CONTAINERS, ...HOST],
  "1.76": CONTAINERS,
  next: CONTAINERS,
};

/** A SecurityPolicy forbids some things that it does not mention. */
export const absentFieldForbids: LintRule = {
  code: "absent-field-forbids",
  find: ({ policy: { kind, spec }, release }) =>
    FORBIDDING[release]
      .filter(([field]) => kind === "SecurityPolicy" && spec.policies[field] === undefined)
      .map(([field, object]) => ({
        message: `\`${field}\` is absent, and forbids: write \`true\` to allow, \`false\` to say so`,
        path: fieldPath(field),
        evidence: { object, outcome: "refused" },
      })),
};
