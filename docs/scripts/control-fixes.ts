/** What to do about a pod that a control refuses: Markdown, by the control's id. */
export const CONTROL_FIXES: Readonly<Record<string, string>> = {
  appArmorProfile:
    "Leave `appArmorProfile` out, or set its `type` to `RuntimeDefault`, or to `Localhost` with the name of a profile that is loaded on the nodes. Remove annotations `container.apparmor.security.beta.kubernetes.io/…` that say `unconfined`.",
  capabilities_baseline:
    "Take what is not in the list out of `capabilities.add`. To bind a port below 1024, `NET_BIND_SERVICE` is enough. What manages the network of a node belongs in a namespace of its own that enforces `privileged`.",
  hostNamespaces:
    "Remove `hostNetwork`, `hostPID` and `hostIPC`. What has to be reached from outside needs a Service; containers of one pod see each other's processes with `shareProcessNamespace: true`, which every level allows.",
  hostPathVolumes:
    "Use `emptyDir` for scratch space, `configMap` and `secret` for configuration, `persistentVolumeClaim` for data: a `local` persistent volume where it has to be the disk of a node.",
  hostPorts:
    "Remove `hostPort` and publish the port with a Service of type `NodePort` or `LoadBalancer`, or with an Ingress.",
  hostProbesAndHostLifecycle: "Remove `host`: without it the kubelet asks the pod's own address.",
  privileged:
    "Remove `privileged` and ask for what the container needs: a capability, a device through a device plugin, a safe sysctl in the pod's `securityContext.sysctls`. Agents that look after nodes belong in a namespace of their own that enforces `privileged`.",
  procMount: "Remove `procMount`.",
  seLinuxOptions:
    "Remove `user` and `role`, and set `type` to one of those allowed or leave it out: the runtime then chooses `container_t`. `level` is free.",
  seccompProfile_baseline:
    "Remove `seccompProfile`, or set its `type` to `RuntimeDefault`, or to `Localhost` with a profile of your own. A container that needs one more system call needs a profile that adds it, not `Unconfined`.",
  sysctls:
    "Remove the parameter from the pod and set it where it belongs, on the node: in the kubelet's configuration or the node's image.",
  windowsHostProcess:
    "Remove `hostProcess`. Agents that have to run as processes of the host belong in a namespace of their own that enforces `privileged`.",
  allowPrivilegeEscalation:
    "Set `securityContext.allowPrivilegeEscalation: false` in every container, init containers and ephemeral ones too: the pod's `securityContext` has no such field to inherit from.",
  capabilities_restricted:
    'Set `securityContext.capabilities.drop: ["ALL"]` in every container, init containers and ephemeral ones too, and add nothing but `NET_BIND_SERVICE`.',
  procMount_restricted: "Remove `procMount`.",
  restrictedVolumes:
    "Use a volume of one of the allowed kinds: `emptyDir` for scratch space, `configMap` and `secret` for configuration, `persistentVolumeClaim` or `ephemeral` for storage of any kind, `csi` for inline volumes of a driver.",
  runAsNonRoot:
    "Set `runAsNonRoot: true` in the pod's `securityContext`, remove `false` everywhere, and give the image a user by number (`USER 65532`): of a user by name the kubelet cannot tell whether it is root, and does not start the container.",
  runAsUser: "Remove `runAsUser: 0`, or set another id; the image then has to work for that user.",
  seccompProfile_restricted:
    "Set `seccompProfile: { type: RuntimeDefault }` in the pod's `securityContext`: containers without a profile of their own inherit it.",
};
