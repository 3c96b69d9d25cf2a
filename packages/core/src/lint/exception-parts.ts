import type { FieldPath } from "@ostiary/rules";
import { listAt, valueAt } from "./value-at.js";

/** The parts of an exception that are one value each, as paths below `spec`. */
const VALUES: readonly FieldPath[] = [
  ["securityContext", "privileged"],
  ["securityContext", "allowPrivilegeEscalation"],
  ["securityContext", "readOnlyRootFilesystem"],
  ["securityContext", "runAsNonRoot"],
  ["network", "hostNetwork"],
  ["network", "hostPID"],
  ["network", "hostIPC"],
];

/** Those that are lists of values. Of dropped capabilities all count together; of sysctls none does. */
const LISTS: readonly FieldPath[] = [
  ["securityContext", "runAsUser", "allowedValues"],
  ["securityContext", "capabilities", "allowedValues", "add"],
  ["securityContext", "seccompProfile", "allowedValues"],
  ["securityContext", "appArmorProfile", "allowedValues"],
  ["securityContext", "seLinuxOptions", "allowedValues"],
  ["securityContext", "procMount", "allowedValues"],
  ["network", "hostPorts"],
  ["volumes", "types", "allowedValues"],
  ["volumes", "hostPath", "allowedValues"],
];

/** Everything that an exception opens: the path of each value, and of each item of a list. */
export const exceptionParts = (spec: unknown): readonly FieldPath[] => [
  ...VALUES.filter((path) => valueAt(spec, path) !== undefined),
  ...LISTS.flatMap((path) => listAt(spec, path).map((_, index) => [...path, index])),
];

/** The same without what stands at a path. */
export const withoutPart = (value: unknown, [step, ...rest]: FieldPath): unknown => {
  if (Array.isArray(value)) {
    if (rest.length === 0) return value.filter((_, index) => index !== step);
    return value.map((item: unknown, index) => (index === step ? withoutPart(item, rest) : item));
  }
  const entries = Object.entries(Object(value)).flatMap(([key, inner]): readonly (readonly [string, unknown])[] => {
    if (key !== step) return [[key, inner]];
    return rest.length === 0 ? [] : [[key, withoutPart(inner, rest)]];
  });
  return Object.fromEntries(entries);
};
