import type { FieldPath } from "@ostiary/rules";
import type { LintFinding } from "./lint-rule.js";

/** A finding about an exception, with the name of its kind. */
export interface ExceptionFinding extends LintFinding {
  readonly code: string;
}

interface Paths {
  readonly path?: string;
}

const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), value);
  return Array.isArray(found) ? found : [];
};

const isRoot = (entry: unknown): boolean => {
  const { path = "" }: Paths = Object(entry);
  return path !== "" && path.replaceAll("/", "") === "";
};

/**
 * Finds what an exception opens and hardly should, and what it seems to open and does not.
 *
 * @param spec - of a SecurityPolicyException that the API server takes
 */
export const lintException = (spec: unknown): readonly ExceptionFinding[] => {
  const findings: ExceptionFinding[] = [];
  const add = (code: string, message: string, ...path: FieldPath): void => {
    findings.push({ code, message, path: ["spec", ...path] });
  };
  for (const [index, entry] of listAt(spec, "volumes", "hostPath", "allowedValues").entries()) {
    if (isRoot(entry))
      add(
        "exception-opens-root",
        "the pod gets the whole file system of its node",
        "volumes",
        "hostPath",
        "allowedValues",
        index,
      );
  }
  for (const [index, name] of listAt(spec, "securityContext", "capabilities", "allowedValues", "add").entries()) {
    if (String(name).toUpperCase() === "ALL")
      add(
        "exception-opens-all",
        "`ALL` stands for every capability",
        "securityContext",
        "capabilities",
        "allowedValues",
        "add",
        index,
      );
  }
  if (listAt(spec, "securityContext", "sysctls", "allowedValues").length > 0)
    add(
      "exception-lifts-nothing",
      "in a cluster an exception lifts nothing about sysctls",
      "securityContext",
      "sysctls",
    );
  return findings;
};
