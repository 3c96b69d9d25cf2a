/** Kinds whose resource is not named by the rule. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([["endpoints", "endpoints"]]);

/**
 * The resource that a kind is known by, as Kubernetes guesses it: `pods`, `ingresses`, `networkpolicies`.
 *
 * @source k8s.io/apimachinery, pkg/api/meta, UnsafeGuessKindToResource
 */
export const resourceOf = (kind: string): string => {
  const singular = kind.toLowerCase();
  const irregular = IRREGULAR.get(singular);
  if (irregular !== undefined) return irregular;
  if (singular.endsWith("s")) return `${singular}es`;
  return singular.endsWith("y") ? `${singular.slice(0, -1)}ies` : `${singular}s`;
};
