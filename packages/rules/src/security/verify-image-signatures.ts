import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, PODS, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import { readField } from "./read-field.js";

const references = z.array(
  z.strictObject({
    reference: z.string().check(z.regex(/^[a-z0-9.\-:@/]*\*?$/)),
    publicKeys: z.array(z.string()),
    dockerCfg: z.optional(z.string()),
    ca: z.optional(z.string()),
  }),
);

/** `spec.policies.verifyImageSignatures`: which images have to be signed, and by whom. */
export const verifyImageSignaturesField: PolicyField = {
  name: "verifyImageSignatures",
  schema: { "1.66": undefined, "1.76": references, next: references },
};

/**
 * Images must be signed.
 *
 * Field    spec.policies.verifyImageSignatures: list of {reference, publicKeys, dockerCfg, ca}
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].image, in 1.76 without ephemeral containers
 * Since    1.76
 * Fix      sign the image with the private key that belongs to a listed public key, `cosign sign --key KEY IMAGE`, with Cosign
 *          2; an image by digest stays the one that was signed
 * Source   security-policy: verify-image-signature
 *
 * The verdict needs facts from registries, which no rule can look up: nothing is reported here. Whoever evaluates a constraint
 * of this kind has to say that it was not evaluated, or bring these facts.
 */
export const verifyImageSignatures = constraintKind<object>({
  name: "D8VerifyImageSignatures",
  fields: [verifyImageSignaturesField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: { "1.66": undefined, "1.76": writeReferences, next: writeReferences },
  behaviours: { "1.66": undefined, "1.76": leaveOpen, next: leaveOpen },
});

function writeReferences({ verifyImageSignatures: value }: PolicyValues) {
  const listed = readField(references, value);
  return listed && { references: listed.map(({ reference }) => reference) };
}

function leaveOpen(): ConstraintCheck {
  return () => [];
}
