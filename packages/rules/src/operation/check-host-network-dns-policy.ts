import * as z from "zod/mini";
import { always, type ConstraintSubject, constraintKind, PODS, type PolicyField } from "../constraint-kind.js";
import type { RuleResult } from "../rule.js";

/** `spec.policies.checkHostNetworkDNSPolicy`: whether pods on the network of their node must be able to resolve services. */
export const checkHostNetworkDNSPolicyField: PolicyField = {
  name: "checkHostNetworkDNSPolicy",
  schema: always(z.boolean()),
};

const REQUIRED = "ClusterFirstWithHostNet";

/**
 * Pods on the network of their node must resolve names in the cluster.
 *
 * Field    spec.policies.checkHostNetworkDNSPolicy: boolean; false equals absent
 * Judges   Pods: spec.{hostNetwork,dnsPolicy}
 * Allowed  hostNetwork absent or false, or dnsPolicy exactly ClusterFirstWithHostNet
 * Fix      set `dnsPolicy: ClusterFirstWithHostNet`, or remove `hostNetwork`
 * Source   operation-policy: dns-policy
 */
export const checkHostNetworkDNSPolicy = constraintKind<object>({
  name: "D8DNSPolicy",
  fields: [checkHostNetworkDNSPolicyField],
  objects: PODS,
  parameters: z.looseObject({}),
  generate: always(({ checkHostNetworkDNSPolicy: check }) => (check === true ? {} : undefined)),
  behaviours: always(() => requireClusterDNS),
});

function requireClusterDNS({ pod: { spec }, name }: ConstraintSubject): readonly RuleResult[] {
  if (spec.boolean("hostNetwork") !== true) return [];
  const found = spec.string("dnsPolicy");
  if (found === REQUIRED) return [];
  return [
    {
      message: `Pod <${name}> with hostNetwork must have '${REQUIRED}' dnsPolicy`,
      findings: [{ path: spec.path("dnsPolicy"), found, allowed: REQUIRED }],
    },
  ];
}
