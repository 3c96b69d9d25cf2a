import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, type PolicyField } from "../constraint-kind.js";
import { type ClassField, requireListedClass } from "./require-listed-class.js";

/** `spec.policies.ingressClassNames`: the ingress classes that Ingresses may have. */
export const ingressClassNamesField: PolicyField = { name: "ingressClassNames", schema: always(z.array(z.string())) };

const parametersSchema = z.object({ ingressClassNames: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof parametersSchema>;

const INGRESS_CLASS: ClassField = { key: "ingressClassName", kind: "Ingress", words: "ingress class" };

/**
 * Ingresses must have a listed class, or none.
 *
 * Field    spec.policies.ingressClassNames: list of strings
 * Judges   networking.k8s.io Ingresses: spec.ingressClassName; the old annotation kubernetes.io/ingress.class is ignored
 * Allowed  absent, or listed; an empty name must be listed too
 * Empty    no constraint in 1.66; refuses every class in 1.76 and next
 * Fix      set `spec.ingressClassName` to a listed class
 * Source   operation-policy: ingress-class
 */
export const ingressClassNames = constraintKind<Parameters>({
  name: "D8IngressClass",
  fields: [ingressClassNamesField],
  objects: [{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }],
  parameters: parametersSchema,
  generate: always(({ ingressClassNames: names }) => (names === undefined ? undefined : { ingressClassNames: names })),
  behaviours: always(requireIngressClass),
});

function requireIngressClass({ ingressClassNames: names }: Parameters): ConstraintCheck {
  return requireListedClass(INGRESS_CLASS, names);
}
