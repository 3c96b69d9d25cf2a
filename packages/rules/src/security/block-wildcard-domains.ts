import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, type PolicyField, type PolicyValues } from "../constraint-kind.js";
import type { RuleResult } from "../rule.js";

/** `spec.policies.blockWildcardDomains`: whether hosts of ingresses must not hold a `*`. */
export const blockWildcardDomainsField: PolicyField = {
  name: "blockWildcardDomains",
  schema: { "1.66": undefined, "1.76": z.boolean(), next: z.boolean() },
};

/**
 * Hosts of ingresses must not hold a `*`.
 *
 * Field    spec.policies.blockWildcardDomains: boolean; false is as absent
 * Judges   Ingresses: spec.rules[*].host
 * Allowed  absent, a host without `*`; spec.tls[*].hosts are not looked at
 * Since    1.76
 * Fix      write out each host as a rule of its own
 * Source   security-policy: allowed-ingresses
 */
export const blockWildcardDomains = constraintKind<object>({
  name: "D8AllowedIngresses",
  fields: [blockWildcardDomainsField],
  objects: [{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }],
  parameters: z.looseObject({}),
  generate: { "1.66": undefined, "1.76": writeBlocked, next: writeBlocked },
  behaviours: { "1.66": undefined, "1.76": judgeHosts, next: judgeHosts },
});

function judgeHosts(): ConstraintCheck {
  return forbidWildcardHosts;
}

function writeBlocked({ blockWildcardDomains: blocked }: PolicyValues) {
  return blocked === true ? {} : undefined;
}

const forbidWildcardHosts: ConstraintCheck = ({ object, name }) => {
  const results: RuleResult[] = [];
  for (const rule of object.object("spec").objects("rules")) {
    const found = rule.string("host") ?? "";
    if (!found.includes("*")) continue;
    const message = `Ingress '${name}' contains a wildcard '*' in host '${found}', which is not allowed.`;
    results.push({ message, findings: [{ path: rule.path("host"), found }] });
  }
  return results;
};
