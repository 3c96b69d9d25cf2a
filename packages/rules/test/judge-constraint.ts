import type { ConstraintKind, ConstraintSubject, PolicyField, RuleContext } from "../src/constraint-kind.js";
import { formatFieldPath } from "../src/field-path.js";
import type { Release } from "../src/release.js";
import type { Json, RuleResult } from "../src/rule.js";
import { describeSchemaIssue } from "../src/schema-issue.js";
import { ObjectView } from "../src/subject/object-view.js";
import { PodView } from "../src/subject/pod-view.js";
import { Reading } from "../src/subject/reading.js";
import { groupOf } from "../src/subject/workload.js";
import { deepFreeze, describeFault, describePlace } from "./judge.js";

/** What a constraint makes of an object, written so that tests can be read. */
export interface ConstraintJudgement {
  readonly results: readonly RuleResult[];
  readonly messages: readonly string[];
  /** Each finding as `path: value`, the value as JSON or `absent`. */
  readonly places: readonly string[];
  /** Each wrong type as `path: expected, not found`. */
  readonly faults: readonly string[];
}

/** What a rule of a policy gets to see of an object, which is frozen. No exception applies. */
export const subjectOf = (value: unknown): ConstraintSubject => {
  const object = ObjectView.root(new Reading(), deepFreeze(value), []);
  const kind = { group: groupOf(object.string("apiVersion") ?? ""), kind: object.string("kind") ?? "" };
  const name = object.object("metadata").string("name") ?? "";
  const noException = ObjectView.root(new Reading(), undefined, []);
  return { object, kind, name, pod: new PodView(object), operation: undefined, exception: () => noException };
};

/**
 * Runs a constraint of a kind on an object, which is frozen, as the parameters are.
 *
 * @param parameters - `null` for none
 */
export const judgeConstraint = (
  kind: ConstraintKind,
  release: Release,
  parameters: Json,
  object: unknown,
  context?: RuleContext,
): ConstraintJudgement => {
  const prepared = kind.prepare(release, deepFreeze(parameters), context);
  if (prepared === undefined) throw new Error(`release ${release} has no kind \`${kind.name}\``);
  if ("faults" in prepared) throw new Error(prepared.faults.map(({ message }) => message).join("\n"));
  const subject = subjectOf(object);
  const results = prepared.check(subject);
  return {
    results,
    messages: results.map(({ message }) => message),
    places: results.flatMap(({ findings }) => findings.map(describePlace)),
    faults: subject.object.reading.faults.map(describeFault),
  };
};

/** What a release's schema has against a value of a field, each as `path: message`. */
export const fieldIssues = ({ name, schema }: PolicyField, release: Release, value: unknown): readonly string[] => {
  const ofRelease = schema[release];
  if (ofRelease === undefined) return [`${name}: no such field`];
  const issues = ofRelease.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => {
    const { path, message } = describeSchemaIssue(issue, value);
    return `${formatFieldPath([name, ...path])}: ${message}`;
  });
};

/** A Pod named `p`. */
export const podWith = (spec: unknown) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec });

/** A Pod named `p` with the same fields in a container of each kind: `init`, `app` and `debug`. */
export const podWithEach = (fields: Readonly<Record<string, unknown>>) =>
  podWith({
    ephemeralContainers: [{ name: "debug", ...fields }],
    containers: [{ name: "app", ...fields }],
    initContainers: [{ name: "init", ...fields }],
  });
