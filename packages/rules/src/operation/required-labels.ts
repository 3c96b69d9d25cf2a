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

/** `spec.policies.requiredLabels`: the labels that objects must have. */
export const requiredLabelsField: PolicyField = {
  name: "requiredLabels",
  schema: always(
    z.strictObject({ labels: z.optional(requiredEntriesSchema), watchKinds: z.optional(watchKindsSchema) }),
  ),
};

const parametersSchema = z.object({ labels: metadataItemsSchema });

type Parameters = z.infer<typeof parametersSchema>;

const LABELS: MetadataPart = { key: "labels", entry: "Label" };

/**
 * Objects must have the listed labels, with values of the listed form.
 *
 * Field    spec.policies.requiredLabels: labels, a list of key and allowedRegex; watchKinds, a list of <group>/<kind>
 * Judges   objects of the watched kinds: metadata.labels, never those of a pod template
 * Allowed  every listed key, with a value in which the pattern is found; one that RE2 refuses is found nowhere
 * Empty    without watchKinds all objects are judged; without labels nothing is required; items without a key are ignored
 * Fix      set the labels in the object's own metadata, of workloads in the template too where Pods are watched, with values in
 *          which the expression is found
 * Source   operation-policy: required-labels
 */
export const requiredLabels = constraintKind<Parameters>({
  name: "D8RequiredLabels",
  fields: [requiredLabelsField],
  objects: ({ requiredLabels: field }) => watchedKinds(field),
  parameters: parametersSchema,
  generate: {
    "1.66": ({ requiredLabels: field }) => writeEntriesOfContent(LABELS, field),
    "1.76": writeGiven,
    next: writeGiven,
  },
  behaviours: always(({ labels }, context) => requireMetadata(LABELS, labels, context)),
});

function writeGiven({ requiredLabels: field }: PolicyValues): Json | undefined {
  return writeEntries(LABELS, field);
}
