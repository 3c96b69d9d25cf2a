import type { FieldPath, PolicyRef, Problem } from "@ostiary/core";
import type { FileProblem } from "@ostiary/report";
import { readIdentity } from "./identity.js";
import type { FilePlace, PlacedPolicy } from "./policy-document.js";

/** Where policies stand that nobody has read from a file. */
const NOWHERE: FilePlace = { file: "policies" };

/** Tells problems of policies as problems of the files that they are written in. */
export const describePolicyProblems = (
  problems: readonly Problem[],
  policies: readonly PlacedPolicy[],
): readonly FileProblem[] =>
  problems.map((problem) => {
    const { code, message, effect, path = [] } = problem;
    return {
      ...placeOf(code, path, findPolicy(problem, policies)),
      code,
      message: message.replace(/^policy document \d+: /, ""),
      severity: effect === "deny" ? "error" : "warning",
    };
  });

/** A field that should not be there at all is told where its key is, anything else where the value is. */
const placeOf = (code: string, path: FieldPath, policy: PlacedPolicy | undefined): FilePlace => {
  if (policy === undefined) return NOWHERE;
  return (code === "unknown-field" ? policy.locateKey?.(path) : undefined) ?? policy.locate(path);
};

/** The document that a problem names, or else the policy. */
const findPolicy = ({ document, policy }: Problem, policies: readonly PlacedPolicy[]): PlacedPolicy | undefined => {
  if (document !== undefined) return policies[document];
  return policy === undefined ? undefined : policies.find(({ value }) => isNamed(value, policy));
};

const isNamed = (value: unknown, { kind, name }: PolicyRef): boolean => {
  const identity = readIdentity(value);
  return identity.kind === kind && identity.name === name;
};
