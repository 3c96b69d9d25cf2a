/** Kinds as tests write them: `apps/v1 Deployment`. */
const readKind = (text: string): { readonly group: string; readonly version: string; readonly kind: string } => {
  const [apiVersion = "", kind = ""] = text.split(" ");
  const [version = "", group = ""] = apiVersion.split("/").toReversed();
  return { group, version, kind };
};

/** An ExpansionTemplate that makes objects of one kind from those of another. */
export const makeExpansion = (
  name: string,
  from: string,
  to: string,
  further: { readonly templateSource?: string; readonly enforcementAction?: string } = {},
) => {
  const { group, version, kind } = readKind(from);
  return {
    apiVersion: "expansion.gatekeeper.sh/v1beta1",
    kind: "ExpansionTemplate",
    metadata: { name },
    spec: {
      applyTo: [{ groups: [group], versions: [version], kinds: [kind] }],
      templateSource: "spec.template",
      generatedGVK: readKind(to),
      ...further,
    },
  };
};

/** Makes Pods of Deployments. */
export const EXPAND_DEPLOYMENTS = makeExpansion("expand-deployments", "apps/v1 Deployment", "v1 Pod");

/** A Deployment with a pod in it. */
export const DEPLOYMENT = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "Web", namespace: "shop" },
  spec: { template: { metadata: { labels: { app: "web" } }, spec: { containers: [{ name: "app", image: "a:1" }] } } },
};
