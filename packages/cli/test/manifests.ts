/** A pod that `restricted` admits. */
export const GOOD_POD = `apiVersion: v1
kind: Pod
metadata:
  name: good
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example.com/app:1
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop: [ALL]
`;

/** A pod that `baseline` refuses, for its sixth line. */
export const BAD_POD = `apiVersion: v1
kind: Pod
metadata:
  name: bad
spec:
  hostNetwork: true
  containers:
    - name: app
      image: registry.example.com/app:1
`;

/** A pod that `baseline` admits and `restricted` does not. */
export const ORDINARY_POD = BAD_POD.replace("name: bad", "name: ordinary").replace("  hostNetwork: true\n", "");

/** A Namespace that enforces a level. */
export const namespace = (name: string, level: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n    pod-security.kubernetes.io/enforce: ${level}\n`;

/** Puts a manifest into a namespace. */
export const inNamespace = (manifest: string, name: string): string =>
  manifest.replace("metadata:\n", `metadata:\n  namespace: ${name}\n`);
