import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, type PolicyField } from "../constraint-kind.js";
import { type ClassField, requireListedClass } from "./require-listed-class.js";

/** `spec.policies.storageClassNames`: the storage classes that claims may have. */
export const storageClassNamesField: PolicyField = { name: "storageClassNames", schema: always(z.array(z.string())) };

const parametersSchema = z.object({ storageClassNames: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof parametersSchema>;

const STORAGE_CLASS: ClassField = { key: "storageClassName", kind: "PersistentVolumeClaim", words: "storage class" };

/**
 * Claims of volumes must have a listed storage class, or none.
 *
 * Field    spec.policies.storageClassNames: list of strings
 * Judges   PersistentVolumeClaims: spec.storageClassName; templates of claims in StatefulSets and Pods are not looked at,
 *          the claims made from them are
 * Allowed  absent, or listed; an empty name, which asks for a volume without a class, must be listed too
 * Empty    no constraint in 1.66; refuses every class in 1.76 and next
 * Fix      set `spec.storageClassName` to a listed class; of a claim that exists it cannot be changed: create another and copy
 *          the data
 * Source   operation-policy: storage-class
 */
export const storageClassNames = constraintKind<Parameters>({
  name: "D8StorageClass",
  fields: [storageClassNamesField],
  objects: [{ apiGroups: [""], kinds: ["PersistentVolumeClaim"] }],
  parameters: parametersSchema,
  generate: always(({ storageClassNames: names }) => (names === undefined ? undefined : { storageClassNames: names })),
  behaviours: always(requireStorageClass),
});

function requireStorageClass({ storageClassNames: names }: Parameters): ConstraintCheck {
  return requireListedClass(STORAGE_CLASS, names);
}
