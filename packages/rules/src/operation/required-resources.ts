import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, PODS, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import { printSet } from "../language/print-value.js";
import type { ContainerList, Json, RuleResult } from "../rule.js";
import { CONTAINER_LISTS, type ContainerView } from "../subject/pod-view.js";
import { isGiven } from "./is-given.js";

const resources = z.array(z.enum(["cpu", "memory"]));

/** Later releases have no defaults, but want one of the lists. */
const laterSchema = z.strictObject({ limits: z.optional(resources), requests: z.optional(resources) }).check(
  z.refine(({ limits, requests }) => limits !== undefined || requests !== undefined, {
    error: "expected at least one of limits, requests",
  }),
);

/** `spec.policies.requiredResources`: the limits and requests that containers must have. */
export const requiredResourcesField: PolicyField = {
  name: "requiredResources",
  schema: {
    "1.66": z.strictObject({
      limits: z._default(resources, ["memory"]),
      requests: z._default(resources, ["cpu", "memory"]),
    }),
    "1.76": laterSchema,
    next: laterSchema,
  },
};

const parametersSchema = z.object({
  limits: z._default(z.array(z.string()), []),
  requests: z._default(z.array(z.string()), []),
});

type Parameters = z.infer<typeof parametersSchema>;

const ORDINARY_AND_INIT: readonly ContainerList[] = ["initContainers", "containers"];

/**
 * Containers must have limits and requests for the listed resources.
 *
 * Field    spec.policies.requiredResources: limits and requests, lists of cpu and memory
 * Judges   Pods: spec.{containers,initContainers}[*].resources.{limits,requests}, in next also of ephemeral containers
 * Allowed  a key for each listed resource, whatever the quantity; `false` counts as none
 * Empty    1.66 fills an absent list in: limits with memory, requests with both; two empty lists make no constraint in 1.66,
 *          and later one that requires nothing
 * Releases only next looks at ephemeral containers
 * Fix      set what is missing under `resources.limits` and `resources.requests` of every container named, init containers too;
 *          a LimitRange of the namespace fills them in for all
 * Source   operation-policy: container-resources
 */
export const requiredResources = constraintKind<Parameters>({
  name: "D8RequiredResources",
  fields: [requiredResourcesField],
  objects: PODS,
  parameters: parametersSchema,
  generate: {
    "1.66": (values) => {
      const lists = writeLists(values);
      return lists === undefined || Object.keys(lists).length === 0 ? undefined : lists;
    },
    "1.76": writeLists,
    next: writeLists,
  },
  behaviours: {
    "1.66": requireOfOrdinaryAndInit,
    "1.76": requireOfOrdinaryAndInit,
    next: (parameters) => requireResources(parameters, CONTAINER_LISTS),
  },
});

/** The lists of a policy, but for empty ones. */
function writeLists({ requiredResources: field }: PolicyValues): { readonly [name: string]: Json } | undefined {
  const lists = parametersSchema.safeParse(field).data;
  return lists && Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function requireOfOrdinaryAndInit(parameters: Parameters): ConstraintCheck {
  return requireResources(parameters, ORDINARY_AND_INIT);
}

function requireResources({ limits, requests }: Parameters, lists: readonly ContainerList[]): ConstraintCheck {
  return ({ pod }) =>
    pod.containers
      .filter(({ ref }) => lists.includes(ref.list))
      .flatMap((container) => [
        ...findMissing(container, "limits", limits),
        ...findMissing(container, "requests", requests),
      ]);
}

function findMissing(
  { fields, ref }: ContainerView,
  list: "limits" | "requests",
  required: readonly string[],
): readonly RuleResult[] {
  if (required.length === 0) return [];
  const given = fields.object("resources").object(list);
  const missing = required.filter((resource) => !isGiven(given, resource));
  if (missing.length === 0) return [];
  return [
    {
      message: `container <${ref.name}> does not have <${printSet(missing)}> ${list} defined`,
      findings: missing.map((name) => ({ path: given.path(name), container: ref, found: given.raw(name) })),
    },
  ];
}
