import type { ConstraintKind, ConstraintSubject } from "../src/constraint-kind.js";
import type { Release } from "../src/release.js";
import type { Json } from "../src/rule.js";
import { ObjectView } from "../src/subject/object-view.js";
import { Reading } from "../src/subject/reading.js";
import { deepFreeze, describeFault, describePlace } from "./judge.js";
import { type ConstraintJudgement, podWith, subjectOf } from "./judge-constraint.js";

/** What else counts besides the object. */
export interface Circumstances {
  /** The `spec` of the SecurityPolicyException that the pod names. */
  readonly exception?: unknown;
  /** The same for single containers, by name. */
  readonly exceptions?: Readonly<Record<string, unknown>>;
  readonly operation?: string;
}

const view = (spec: unknown): ObjectView => ObjectView.root(new Reading(), deepFreeze(spec), []);

/** What a rule gets to see of an object under some circumstances. */
export const subjectUnder = (object: unknown, circumstances: Circumstances): ConstraintSubject => {
  const { exception, exceptions = {}, operation } = circumstances;
  return {
    ...subjectOf(object),
    operation,
    exception: (container) => view((container && exceptions[container.name]) ?? exception),
  };
};

/**
 * Runs a constraint of a kind on an object, which is frozen, as the parameters and the exceptions are.
 *
 * @param parameters - `null` for none
 */
export const judgeSecurity = (
  kind: ConstraintKind,
  release: Release,
  parameters: Json,
  object: unknown,
  circumstances: Circumstances = {},
): ConstraintJudgement => {
  const prepared = kind.prepare(release, deepFreeze(parameters));
  if (prepared === undefined) throw new Error(`release ${release} has no kind \`${kind.name}\``);
  if ("faults" in prepared) throw new Error(prepared.faults.map(({ message }) => message).join("\n"));
  const subject = subjectUnder(object, circumstances);
  const results = prepared.check(subject);
  return {
    results,
    messages: results.map(({ message }) => message),
    places: results.flatMap(({ findings }) => findings.map(describePlace)),
    faults: subject.object.reading.faults.map(describeFault),
  };
};

/** A Pod named `p` with one container, `app`, that has these fields in its security context. */
export const podSecuredWith = (securityContext: unknown) => podWith({ containers: [{ name: "app", securityContext }] });
