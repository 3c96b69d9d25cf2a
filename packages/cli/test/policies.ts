/** A policy that asks pods in namespaces with the label `team: a` for a liveness probe. */
export const PROBES_POLICY = `apiVersion: deckhouse.io/v1alpha1
kind: OperationPolicy
metadata:
  name: probes
spec:
  policies:
    requiredProbes: [livenessProbe]
  match:
    namespaceSelector:
      labelSelector:
        matchLabels:
          team: a
`;

/** A policy that an API server refuses, for its seventh line, and with an unknown field in its eighth. */
export const WRONG_POLICY = PROBES_POLICY.replace("[livenessProbe]", "liveness\n    requiredProbe: []").replace(
  "name: probes",
  "name: wrong",
);

/** A file of bytes that are at hand. */
export const fileOf = (name: string, text: string) => ({ name, path: `/${name}`, bytes: Buffer.from(text) });
