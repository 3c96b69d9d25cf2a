type Fields = Readonly<Record<string, unknown>>;

/** Nothing that a policy usually asks for is missing here, so that a pod shows one thing only. */
const HARDENED = {
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

/**
 * A pod as an example, with the least privileges.
 *
 * @param container - what its container has besides, or in place of that
 * @param spec - what the pod has besides
 */
export const examplePod = (container: Fields = {}, spec: Fields = {}): object => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "example" },
  spec: {
    containers: [{ name: "app", image: "registry.example.com/app:1.0", securityContext: HARDENED, ...container }],
    ...spec,
  },
});

/** The same with another security context of the container. */
export const exampleSecured = (securityContext: Fields): object =>
  examplePod({ securityContext: { ...HARDENED, ...securityContext } });
