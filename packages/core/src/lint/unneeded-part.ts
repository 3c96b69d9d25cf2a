import { type FieldPath, formatFieldPath, ObjectView, Reading } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import type { Decision } from "../decision.js";
import type { Policy } from "../deckhouse/generate-constraints.js";
import { exceptionParts, withoutPart } from "./exception-parts.js";
import type { LintFinding } from "./lint-rule.js";
import { decideExcepted, type ExceptionDocument, outcomeOf } from "./try-out.js";
import { valueAt } from "./value-at.js";

const LABEL = "security.deckhouse.io/security-policy-exception";

/** Where objects have the labels of the pods that they are, or make. */
const LABELS: readonly FieldPath[] = [
  ["metadata", "labels"],
  ["spec", "template", "metadata", "labels"],
  ["spec", "jobTemplate", "spec", "template", "metadata", "labels"],
];

/** Whether an object names an exception for its pods, or for one of their containers. */
const isNaming = (object: unknown, { name, namespace }: ExceptionDocument): boolean => {
  const view = ObjectView.root(new Reading(), object, []);
  if ((view.object("metadata").string("namespace") ?? namespace) !== namespace) return false;
  return LABELS.some((path) => {
    const labels = path.reduce<ObjectView>((inner, step) => inner.object(String(step)), view);
    return labels.names().some((key) => key.startsWith(LABEL) && labels.string(key) === name);
  });
};

/** What is violated where, as text: messages also tell what exceptions allow, and change with them. */
const placesOf = ({ violations }: Decision): string =>
  JSON.stringify(violations.map(({ constraint, findings }) => [constraint, findings.map(({ path }) => path)]));

/** What an exception is compared with. */
export interface ExceptionSurroundings {
  /** The objects given, of any kind. */
  readonly objects: readonly unknown[];
  /** The policies given; each is taken to match everywhere. */
  readonly policies: readonly Policy[];
  readonly release: Release;
}

const READ_ONLY = "readOnlyRootFilesystem";

/** No standard of Deckhouse's asks for file systems that can only be read: only a policy can. */
export const findUnasked = (
  { spec }: ExceptionDocument,
  { policies }: Pick<ExceptionSurroundings, "policies">,
): readonly LintFinding[] => {
  const path = ["securityContext", READ_ONLY];
  const isAsked = policies.some((policy) => policy.spec.policies[READ_ONLY] === true);
  if (policies.length === 0 || isAsked || valueAt(spec, path) === undefined) return [];
  return [{ message: `no policy given asks for \`${READ_ONLY}\`, nor does a standard`, path: ["spec", ...path] }];
};

/**
 * Finds the parts of an exception that none of the objects needs which name it: without them the same is said of each, by
 * Deckhouse's standard restricted and by all policies. Where no object names it, nobody can tell.
 */
export const findUnneededParts = (
  exception: ExceptionDocument,
  { objects, policies, release }: ExceptionSurroundings,
): readonly LintFinding[] => {
  const naming = objects.filter((object): object is object => isNaming(object, exception));
  const [first] = naming;
  if (first === undefined) return [];
  const decide = (object: object, spec: object) =>
    decideExcepted(object, { ...exception, spec }, release, "restricted", policies);
  const before = naming.map((object) => placesOf(decide(object, exception.spec)));
  const isUnneeded = (path: FieldPath): boolean => {
    const spec = Object(withoutPart(exception.spec, path));
    return naming.every((object, index) => placesOf(decide(object, spec)) === before[index]);
  };
  return exceptionParts(exception.spec)
    .filter(isUnneeded)
    .map((path) => ({
      message: `\`${formatFieldPath(path)}\` is needed by no object given that names the exception: they are judged alike without`,
      path: ["spec", ...path],
      evidence: { object: first, outcome: outcomeOf(decide(first, Object(withoutPart(exception.spec, path)))) },
    }));
};
