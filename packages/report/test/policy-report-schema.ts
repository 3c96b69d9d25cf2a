const TEXT = { type: "string" } as const;
const COUNT = { type: "integer", minimum: 0 } as const;

const OBJECT_REFERENCE = {
  type: "object",
  properties: { apiVersion: TEXT, kind: TEXT, namespace: TEXT, name: TEXT },
  additionalProperties: false,
} as const;

const RESULT = {
  type: "object",
  required: ["policy"],
  properties: {
    source: TEXT,
    policy: TEXT,
    rule: TEXT,
    category: TEXT,
    result: { enum: ["pass", "fail", "warn", "error", "skip"] },
    scored: { type: "boolean" },
    message: TEXT,
    properties: { type: "object", additionalProperties: TEXT },
  },
  additionalProperties: false,
} as const;

/**
 * What the custom resource definitions of `wgpolicyk8s.io/v1alpha2` accept, as far as we write it; more would be dropped by
 * the cluster.
 */
export const POLICY_REPORT = {
  type: "object",
  required: ["apiVersion", "kind", "metadata"],
  properties: {
    apiVersion: { const: "wgpolicyk8s.io/v1alpha2" },
    kind: { enum: ["PolicyReport", "ClusterPolicyReport"] },
    metadata: {
      type: "object",
      required: ["name"],
      properties: { name: TEXT, namespace: TEXT },
      additionalProperties: false,
    },
    scope: OBJECT_REFERENCE,
    summary: {
      type: "object",
      properties: { pass: COUNT, fail: COUNT, warn: COUNT, error: COUNT, skip: COUNT },
      additionalProperties: false,
    },
    results: { type: "array", items: RESULT },
  },
  additionalProperties: false,
} as const;
