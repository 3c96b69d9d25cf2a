import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { RuleResult } from "../rule.js";
import type { ContainerView } from "../subject/pod-view.js";

/** `spec.policies.disallowedImageTags`: the tags that images must not have. */
export const disallowedImageTagsField: PolicyField = {
  name: "disallowedImageTags",
  schema: always(z.array(z.string())),
};

const parametersSchema = z.object({ tags: z._default(z.array(z.string()), []) });

type Parameters = z.infer<typeof parametersSchema>;

/**
 * Images must have a tag, and none that is listed.
 *
 * Field    spec.policies.disallowedImageTags: list of strings
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].image
 * Allowed  an image that does not end in a colon and a listed tag, and that has a colon somewhere: the port of a registry
 *          (`localhost:5000/app`) and a digest (`app@sha256:…`, `app:latest@sha256:…`) pass
 * Empty    no constraint in 1.66; in 1.76 and next an image must still have a tag
 * Fix      name the image with a tag that stays what it is, `:1.27.3`, or with a digest
 * Source   operation-policy: disallow-tags
 */
export const disallowedImageTags = constraintKind<Parameters>({
  name: "D8DisallowedTags",
  fields: [disallowedImageTagsField],
  objects: PODS,
  parameters: parametersSchema,
  generate: always(({ disallowedImageTags: tags }) => (tags === undefined ? undefined : { tags })),
  behaviours: always(forbidTags),
});

function forbidTags({ tags }: Parameters): ConstraintCheck {
  const list = printValue(tags, "exact");
  return ({ pod }) => {
    const results: RuleResult[] = [];
    for (const container of pod.containers) {
      const image = container.fields.string("image") ?? "";
      const name = `container <${container.ref.name}>`;
      if (tags.some((tag) => image.endsWith(`:${tag}`))) {
        results.push(refuse(container, `${name} uses a disallowed tag <${image}>; disallowed tags are ${list}`));
      }
      if (!image.includes(":")) results.push(refuse(container, `${name} didn't specify an image tag <${image}>`));
    }
    return results;
  };
}

function refuse({ fields, ref }: ContainerView, message: string): RuleResult {
  return { message, findings: [{ path: fields.path("image"), container: ref, found: fields.string("image") }] };
}
