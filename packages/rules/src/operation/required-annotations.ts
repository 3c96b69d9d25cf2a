import * as z from "zod/mini";
import { always, constraintKind, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import type { Json } from "../rule.js";
import { type MetadataPart, metadataItemsSchema, requireMetadata } from "./require-metadata.js";
import {
  requiredEntriesSchema,
  watchedKinds,
  watchKindsSchema,
  writeEntries,
  writeEntriesOfContent,
} from "./watched-metadata.js";

/** `spec.policies.requiredAnnotations`: the annotations that objects must have. */
export const requiredAnnotationsField: PolicyField = {
  name: "requiredAnnotations",
  schema: always(
    z.strictObject({ annotations: z.optional(requiredEntriesSchema), watchKinds: z.optional(watchKindsSchema) }),
  ),
};

const parametersSchema = z.object({ annotations: metadataItemsSchema });

type Parameters = z.infer<typeof parametersSchema>;

const ANNOTATIONS: MetadataPart = { key: "annotations", entry: "Annotation" };

/**
 * Objects must have the listed annotations, with values of the listed form.
 *
 * Field    spec.policies.requiredAnnotations: annotations, a list of key and allowedRegex; watchKinds, a list of <group>/<kind>
 * Judges   objects of the watched kinds: metadata.annotations, never those of a pod template
 * Allowed  every listed key, with a value in which the pattern is found; one that RE2 refuses is found nowhere
 * Empty    without watchKinds all objects are judged; without annotations nothing is required; items without a key are ignored
 * Fix      set the annotations in the object's own metadata, of workloads in the template too where Pods are watched, with
 *          values in which the expression is found
 * Source   operation-policy: required-annotations
 */
export const requiredAnnotations = constraintKind<Parameters>({
  name: "D8RequiredAnnotations",
  fields: [requiredAnnotationsField],
  objects: ({ requiredAnnotations: field }) => watchedKinds(field),
  parameters: parametersSchema,
  generate: {
    "1.66": ({ requiredAnnotations: field }) => writeEntriesOfContent(ANNOTATIONS, field),
    "1.76": writeGiven,
    next: writeGiven,
  },
  behaviours: always(({ annotations }, context) => requireMetadata(ANNOTATIONS, annotations, context)),
});

function writeGiven({ requiredAnnotations: field }: PolicyValues): Json | undefined {
  return writeEntries(ANNOTATIONS, field);
}
