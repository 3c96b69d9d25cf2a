import { type FieldPath, formatFieldPath } from "../src/field-path.js";
import { activeControls } from "../src/pod-security/active-controls.js";
import type { Control } from "../src/pod-security/control.js";
import type { Finding } from "../src/rule.js";
import { viewPod } from "../src/subject/pod-view.js";
import type { TypeFault } from "../src/subject/reading.js";

/** What a control makes of a pod, written so that tests can be read. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Each finding as `path: value`, the value as JSON or `absent`. */
  readonly places: readonly string[];
  /** `undefined` when the pod passes. */
  readonly reason: string | undefined;
  readonly detail: string | undefined;
  /** Each wrong type as `path: expected, not found`. */
  readonly faults: readonly string[];
}

const PASSED = { reason: undefined, detail: undefined };

/** Freezes a value and everything in it: whoever writes to it throws. */
export const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
};

/** Writes a finding as `path: value`, the value as JSON or `absent`. */
export const describePlace = ({ path, found }: Finding): string =>
  `${formatFieldPath(path)}: ${found === undefined ? "absent" : JSON.stringify(found, writeBigint)}`;

const writeBigint = (_: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);

/** Writes a wrong type as `path: expected, not found`. */
export const describeFault = ({ path, expected, found }: TypeFault): string =>
  `${formatFieldPath(path)}: ${expected}, not ${found}`;

/**
 * Runs one control on a pod, which is frozen.
 *
 * @param version - 25 for v1.25; one at which the control exists
 */
export const judge = (control: Control, version: number, pod: unknown, base: FieldPath = []): Judgement => {
  const [active] = activeControls([control], "restricted", version);
  if (active === undefined) throw new Error(`\`${control.id}\` does not exist at v1.${version}`);
  const view = viewPod(deepFreeze(pod), base);
  const findings = active.behaviour.find(view);
  return {
    findings,
    places: findings.map(describePlace),
    ...(findings.length === 0 ? PASSED : active.behaviour.word(findings)),
    faults: view.reading.faults.map(describeFault),
  };
};

/** Whether a control exists at a version. */
export const existsAt = (control: Control, version: number): boolean =>
  activeControls([control], "restricted", version).length === 1;

/** A pod with one container: the fields of its security context. */
export const containerWith = (securityContext: unknown) => ({
  spec: { containers: [{ name: "app", securityContext }] },
});

/** A pod with the same fields in the security context of a container of each kind: `init`, `app` and `debug`. */
export const eachContainerWith = (securityContext: unknown) => ({
  spec: {
    ephemeralContainers: [{ name: "debug", securityContext }],
    containers: [{ name: "app", securityContext }],
    initContainers: [{ name: "init", securityContext }],
  },
});

/** A pod with the same fields in its own security context and in that of its only container. */
export const podAndContainerWith = (securityContext: unknown) => ({
  spec: { securityContext, containers: [{ name: "app", securityContext }] },
});
