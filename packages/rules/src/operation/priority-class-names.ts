import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { type ClassField, requireListedClass } from "./require-listed-class.js";

/** `spec.policies.priorityClassNames`: the priority classes that pods may have. */
export const priorityClassNamesField: PolicyField = { name: "priorityClassNames", schema: always(z.array(z.string())) };

const parametersSchema = z.object({ priorityClassNames: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof parametersSchema>;

const PRIORITY_CLASS: ClassField = { key: "priorityClassName", kind: "Pod", words: "priority class" };

/**
 * Pods must have a listed priority class, or none.
 *
 * Field    spec.policies.priorityClassNames: list of strings
 * Judges   Pods: spec.priorityClassName
 * Allowed  absent, or listed; an empty name must be listed too
 * Empty    no constraint in 1.66; refuses every class in 1.76 and next
 * Fix      set `priorityClassName` to a listed class, or remove it where the cluster's default class is listed: the cluster
 *          fills that in
 * Source   operation-policy: priority-class
 */
export const priorityClassNames = constraintKind<Parameters>({
  name: "D8PriorityClass",
  fields: [priorityClassNamesField],
  objects: PODS,
  parameters: parametersSchema,
  generate: always(({ priorityClassNames: names }) =>
    names === undefined ? undefined : { priorityClassNames: names },
  ),
  behaviours: always(requirePriorityClass),
});

function requirePriorityClass({ priorityClassNames: names }: Parameters): ConstraintCheck {
  return requireListedClass(PRIORITY_CLASS, names);
}
