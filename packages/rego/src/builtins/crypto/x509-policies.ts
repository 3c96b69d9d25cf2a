import { areEqual } from "./rsa.js";
import type { Certificate } from "./x509-certificate.js";
import { PolicyGraph } from "./x509-policy-graph.js";

/** How many certificates may still follow until something is demanded or forbidden. */
interface Countdowns {
  inhibitAnyPolicy: number;
  explicitPolicy: number;
  policyMapping: number;
}

/**
 * Whether the policies of a chain, which begins with its leaf, are valid for any policy.
 *
 * Source: RFC 5280, section 6.1, as updated by RFC 9618.
 */
export function hasValidPolicies(chain: readonly Certificate[], charge: (units: number) => void): boolean {
  const [leaf, ...others] = chain;
  if (leaf === undefined || others.length === 0) return true;
  const length = chain.length - 1;
  const left: Countdowns = { inhibitAnyPolicy: length + 1, explicitPolicy: length + 1, policyMapping: length + 1 };
  let graph: PolicyGraph | undefined = new PolicyGraph(charge);
  for (const [index, certificate] of chain.slice(0, -1).toReversed().entries()) {
    const isLeaf = index === length - 1;
    if ((certificate.contents.policies ?? []).length === 0) graph = undefined;
    if (left.explicitPolicy === 0 && graph === undefined) return false;
    const isAnyAllowed = left.inhibitAnyPolicy > 0 || (!isLeaf && isSelfIssued(certificate));
    graph?.addLevel(certificate.contents.policies ?? [], isAnyAllowed);
    if (isLeaf) break;
    if (graph?.map(certificate.contents.policyMappings, left.policyMapping > 0) === false) return false;
    count(left, certificate);
  }
  const isExplicit = leaf.contents.requireExplicitPolicy === 0n || left.explicitPolicy <= 1;
  return !isExplicit || graph?.hasValidPolicy === true;
}

const isSelfIssued = ({ rawIssuer, rawSubject }: Certificate): boolean => areEqual(rawIssuer, rawSubject);

function count(left: Countdowns, certificate: Certificate): void {
  const { requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = certificate.contents;
  const step = isSelfIssued(certificate) ? 0 : 1;
  left.explicitPolicy = least(left.explicitPolicy - step, requireExplicitPolicy);
  left.policyMapping = least(left.policyMapping - step, inhibitPolicyMapping);
  left.inhibitAnyPolicy = least(left.inhibitAnyPolicy - step, inhibitAnyPolicy);
}

/** A number that is not there, or negative, changes nothing. */
const least = (count: number, bound: bigint | undefined): number =>
  Math.max(
    0,
    bound === undefined || bound < 0n || bound > BigInt(Number.MAX_SAFE_INTEGER)
      ? count
      : Math.min(count, Number(bound)),
  );
