import {
  OPERATION_CONSTRAINTS,
  type PerRelease,
  type PolicyField,
  type Release,
  SECURITY_CONSTRAINTS,
} from "@ostiary/rules/deckhouse";
import * as z from "zod/mini";

/** The kinds of policies that Deckhouse has. */
export const POLICY_KINDS = { OperationPolicy: OPERATION_CONSTRAINTS, SecurityPolicy: SECURITY_CONSTRAINTS } as const;

/** A kind of policy. */
export type PolicyKindName = keyof typeof POLICY_KINDS;

const has = (value: unknown, name: string): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name);

const requireOneOf = (...names: readonly string[]) =>
  z.refine((value: unknown) => names.some((name) => has(value, name)), {
    error: `expected at least one of ${names.join(", ")}`,
  });

const requireExactlyOne = (...names: readonly string[]) =>
  z.refine((value: unknown) => names.filter((name) => has(value, name)).length === 1, {
    error: `expected exactly one of ${names.join(", ")}`,
  });

const labelSelector = z
  .strictObject({
    matchLabels: z.optional(z.record(z.string(), z.string())),
    matchExpressions: z.optional(
      z.array(
        z.strictObject({
          key: z.string(),
          operator: z.enum(["In", "NotIn", "Exists", "DoesNotExist"]),
          values: z.optional(z.array(z.string())),
        }),
      ),
    ),
  })
  .check(requireOneOf("matchLabels", "matchExpressions"));

const namespaceSelectorFields = {
  matchNames: z.optional(z.array(z.string())),
  excludeNames: z.optional(z.array(z.string())),
  labelSelector: z.optional(labelSelector),
};

/** Which objects a policy is about. 1.66 wants a namespace selector with exactly one member; later releases any part. */
const matchSchemas: PerRelease<z.ZodMiniType<PolicyMatch>> = {
  "1.66": z.strictObject({
    namespaceSelector: z
      .strictObject(namespaceSelectorFields)
      .check(requireExactlyOne("matchNames", "excludeNames", "labelSelector")),
    labelSelector: z.optional(labelSelector),
  }),
  "1.76": anyMatch(),
  next: anyMatch(),
};

function anyMatch(): z.ZodMiniType<PolicyMatch> {
  return z
    .strictObject({
      namespaceSelector: z.optional(
        z.strictObject(namespaceSelectorFields).check(requireOneOf("matchNames", "excludeNames", "labelSelector")),
      ),
      labelSelector: z.optional(labelSelector),
    })
    .check(requireOneOf("namespaceSelector", "labelSelector"));
}

/** A label selector as policies write it. */
export interface PolicyLabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | undefined;
  readonly matchExpressions?:
    | readonly { readonly key: string; readonly operator: string; readonly values?: readonly string[] | undefined }[]
    | undefined;
}

/** `spec.match` of a policy. */
export interface PolicyMatch {
  readonly namespaceSelector?:
    | {
        readonly matchNames?: readonly string[] | undefined;
        readonly excludeNames?: readonly string[] | undefined;
        readonly labelSelector?: PolicyLabelSelector | undefined;
      }
    | undefined;
  readonly labelSelector?: PolicyLabelSelector | undefined;
}

/** `spec` of a policy, with the defaults of the schema. */
export interface PolicySpec {
  readonly enforcementAction: "Warn" | "Deny" | "Dryrun";
  readonly match: PolicyMatch;
  readonly policies: Readonly<Record<string, unknown>>;
}

/**
 * The schema of a policy in a release: the custom resource's own, so that what it refuses the API server refuses.
 *
 * @source modules/015-admission-policy-engine/crds
 */
export const policySchema = (kind: PolicyKindName, release: Release): z.ZodMiniType<{ readonly spec: PolicySpec }> =>
  z.strictObject({
    ...TOP_LEVEL,
    spec: z.strictObject({
      enforcementAction: z._default(z.enum(["Warn", "Deny", "Dryrun"]), "Deny"),
      match: matchSchemas[release],
      policies: z.strictObject(fieldSchemas(kind, release)),
    }),
  });

/** What a resource has besides its `spec`; the API server sees to these itself. */
const TOP_LEVEL = {
  apiVersion: z.optional(z.unknown()),
  kind: z.optional(z.unknown()),
  metadata: z.optional(z.unknown()),
  status: z.optional(z.unknown()),
};

const fieldSchemas = (kind: PolicyKindName, release: Release): Record<string, z.ZodMiniType> => {
  const fields: readonly PolicyField[] = POLICY_KINDS[kind].flatMap((constraint) => constraint.fields);
  const schemas: Record<string, z.ZodMiniType> = {};
  for (const { name, schema } of fields) {
    const ofRelease = schema[release];
    if (ofRelease !== undefined) schemas[name] = z.optional(ofRelease);
  }
  return schemas;
};
