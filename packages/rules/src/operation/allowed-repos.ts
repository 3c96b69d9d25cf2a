import * as z from "zod/mini";
import { always, type ConstraintCheck, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";
import type { ContainerList, RuleResult } from "../rule.js";

/** `spec.policies.allowedRepos`: the beginnings that images may have. */
export const allowedReposField: PolicyField = { name: "allowedRepos", schema: always(z.array(z.string())) };

type Parameters = { readonly repos: readonly string[] };

/** What a container is called, by the list that it is in. */
type Words = Readonly<Record<ContainerList, string>>;

const WORDS_BY_LIST: Words = {
  containers: "container",
  initContainers: "initContainer",
  ephemeralContainers: "ephemeralContainer",
};
const ONE_WORD: Words = { containers: "container", initContainers: "container", ephemeralContainers: "container" };

/**
 * Images must come from a listed registry or repository.
 *
 * Field    spec.policies.allowedRepos: list of strings
 * Judges   Pods: spec.{containers,initContainers,ephemeralContainers}[*].image
 * Allowed  an image that starts with a listed string, character by character: `registry.example.com` admits
 *          `registry.example.com.evil.io/x`, a final slash prevents that
 * Empty    no constraint in 1.66; refuses every image in 1.76 and next
 * Releases 1.66 and 1.76 name the kind of container in the message, next says container
 * Fix      push the image to a listed registry and name it in full; an image of Docker Hub without a registry in its name
 *          begins with no registry at all
 * Source   operation-policy: allowed-repos
 */
export const allowedRepos = constraintKind<Parameters>({
  name: "D8AllowedRepos",
  fields: [allowedReposField],
  objects: PODS,
  parameters: z.object({ repos: z._default(z.array(z.string()), []) }),
  generate: always(({ allowedRepos: repos }) => (repos === undefined ? undefined : { repos })),
  behaviours: {
    "1.66": requireNamingLists,
    "1.76": requireNamingLists,
    next: (parameters) => requireAllowedRepos(parameters, ONE_WORD),
  },
});

function requireNamingLists(parameters: Parameters): ConstraintCheck {
  return requireAllowedRepos(parameters, WORDS_BY_LIST);
}

function requireAllowedRepos({ repos }: Parameters, words: Words): ConstraintCheck {
  const list = printValue(repos, "exact");
  return ({ pod }) => {
    const results: RuleResult[] = [];
    for (const { fields, ref } of pod.containers) {
      const found = fields.string("image");
      const image = found ?? "";
      if (repos.some((repo) => image.startsWith(repo))) continue;
      results.push({
        message: `${words[ref.list]} <${ref.name}> has an invalid image repo <${image}>, allowed repos are ${list}`,
        findings: [{ path: fields.path("image"), container: ref, found, allowed: repos }],
      });
    }
    return results;
  };
}
