import type { FileProblem } from "@ostiary/report";

/** A workload that breaks both standards, with what is hard to draw around the places: wide characters, long lines. */
export const WEB_SHOP = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      securityContext:
        runAsNonRoot: true
      containers:
        - name: web
          image: registry.example/web:1
          ports:
            - { name: 網頁, containerPort: 8080, hostPort: 8080 }
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL], add: [SYS_ADMIN] }
        - name: log
          image: registry.example/log:1
          securityContext:
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL] }
            seccompProfile: { type: RuntimeDefault }
`;

/** A pod that every standard admits. */
export const SOUND_POD = `apiVersion: v1
kind: Pod
metadata: { name: sound, namespace: shop }
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile: { type: RuntimeDefault }
  containers:
    - name: main
      image: registry.example/main:1
      securityContext:
        allowPrivilegeEscalation: false
        capabilities: { drop: [ALL] }
`;

/** A pod with a field of the wrong type. */
export const WRONG_TYPE = `apiVersion: v1
kind: Pod
metadata: { name: wrong }
spec:
  hostNetwork: "yes"
  containers: []
`;

/** A problem with a file, as a reader tells it. */
export const BROKEN_FILE: FileProblem = {
  file: "shop/broken.yaml",
  line: 3,
  column: 11,
  message: "a template placeholder is no YAML: render the template first",
  severity: "error",
  code: "template-placeholder",
  excerpt: () => [{ line: 3, text: "  replicas: {{ .Values.replicas }}" }],
};

/** A remark on a whole file. */
export const LARGE_FILE: FileProblem = { file: "shop/large.yaml", message: "this takes long", severity: "warning" };
