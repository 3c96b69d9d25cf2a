import type { PerRelease } from "@ostiary/rules/deckhouse";
import { examplePod, exampleSecured } from "./example-pod.js";
import { fieldPath, type LintFinding, type LintRule } from "./lint-rule.js";

/** Objects that a list which allows nothing would refuse, by the field. */
const REFUSED: Readonly<Record<string, object>> = {
  allowedRepos: examplePod(),
  priorityClassNames: examplePod({}, { priorityClassName: "high" }),
  ingressClassNames: {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "example" },
    spec: { ingressClassName: "nginx" },
  },
  storageClassNames: {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "example" },
    spec: { storageClassName: "fast" },
  },
  allowedHostPaths: examplePod({}, { volumes: [{ name: "root", hostPath: { path: "/" } }] }),
  allowedHostPorts: examplePod({ ports: [{ containerPort: 80, hostPort: 80 }] }),
  allowedVolumes: examplePod({}, { volumes: [{ name: "root", hostPath: { path: "/" } }] }),
  allowedCapabilities: exampleSecured({ capabilities: { add: ["SYS_ADMIN"], drop: ["ALL"] } }),
  allowedFlexVolumes: examplePod({}, { volumes: [{ name: "data", flexVolume: { driver: "example/driver" } }] }),
  seLinux: exampleSecured({ seLinuxOptions: { type: "spc_t" } }),
};

/** 1.66 drops empty lists, later releases keep them. */
const SURVIVES: PerRelease<boolean> = { "1.66": false, "1.76": true, next: true };

/** An empty list means all or nothing, by the release, and the documentation says otherwise. */
export const emptyList: LintRule = {
  code: "empty-list",
  find: ({ policy, release }) =>
    Object.entries(REFUSED).flatMap(([name, object]): readonly LintFinding[] => {
      const value = policy.spec.policies[name];
      if (!Array.isArray(value) || value.length > 0) return [];
      const path = fieldPath(name);
      if (SURVIVES[release])
        return [
          {
            message: `an empty \`${name}\` allows nothing in release ${release}`,
            path,
            evidence: { object, outcome: "refused" },
          },
        ];
      return [
        {
          message: `an empty \`${name}\` restricts nothing in release ${release}: the field is dropped`,
          path,
          evidence: { object, outcome: "admitted" },
        },
      ];
    }),
};
