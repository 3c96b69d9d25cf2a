import { evaluate, readPolicies } from "@ostiary/core";
import { readManifests } from "@ostiary/manifests";
import { createTally, createTextRenderer } from "@ostiary/report";

const manifest = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: registry.example/web:1
      ports: [{ containerPort: 80, hostPort: 80 }]
`;

const policies = readPolicies([], { standards: { enforce: "baseline" } });
const renderer = createTextRenderer();
const tally = createTally();
let text = renderer.begin();
for (const document of readManifests(manifest, { file: "web.yaml" })) {
  if (document.kind !== "object") continue;
  const decision = evaluate(document.value, {}, policies);
  const entry = {
    file: "web.yaml",
    document: document.document,
    line: document.line,
    apiVersion: "v1",
    kind: "Pod",
    namespace: "shop",
    name: "web",
    decision: {
      ...decision,
      violations: decision.violations.map((violation) => ({
        ...violation,
        findings: violation.findings.map((finding) => ({ ...finding, position: document.position(finding.path) })),
      })),
    },
    excerpt: document.excerpt,
    locate: document.position,
  };
  tally.object(entry);
  text += renderer.object(entry);
}
text += renderer.end(tally.summarize(1));

/** What the example prints. */
export const output = text;
