/**
 * What Gatekeeper's policies cost, in processor time: a pod against many constraints in Rego, passing and violating; what it
 * takes to load and to keep templates; and a rule that compares an object with all others of its kind.
 *
 *   pnpm bench gatekeeper [--json]
 */
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import {
  createClient,
  createInventory,
  type GatekeeperClient,
  type Json,
  objectRequest,
  regoEngine,
} from "@ostiary/gatekeeper";
import { fixturePods } from "./pods.js";
import { measureProcessorTime, type Work } from "./processor-time.js";

const IMAGES = `
violation[{"msg": msg}] {
  container := input.review.object.spec.containers[_]
  satisfied := [good | repo = input.parameters.repos[_]; good = startswith(container.image, repo)]
  not any(satisfied)
  msg := sprintf("container <%v> has an invalid image repo <%v>, allowed repos are %v", [container.name, container.image, input.parameters.repos])
}`;

const HOSTS = `
identical(object, review) {
  object.metadata.namespace == review.object.metadata.namespace
  object.metadata.name == review.object.metadata.name
}
violation[{"msg": msg}] {
  host := input.review.object.spec.rules[_].host
  other := data.inventory.namespace[_]["networking.k8s.io/v1"]["Ingress"][_]
  other.spec.rules[_].host == host
  not identical(other, input.review)
  msg := sprintf("ingress host conflicts with an existing ingress <%v>", [host])
}`;

const templateOf = (kind: string, rule: string) => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: kind.toLowerCase() },
  spec: {
    crd: {
      spec: {
        names: { kind },
        validation: {
          openAPIV3Schema: {
            type: "object",
            properties: { repos: { type: "array", items: { type: "string" } } },
          },
        },
      },
    },
    targets: [{ target: "admission.k8s.gatekeeper.sh", rego: `package rule\n${rule}` }],
  },
});

const constraintOf = (kind: string, name: string, repos: readonly string[]) => ({
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind,
  metadata: { name },
  spec: { match: { kinds: [{ apiGroups: [""], kinds: ["Pod"] }] }, parameters: { repos } },
});

const TEMPLATES = 10;
const kindOf = (index: number): string => `K8sImages${index % TEMPLATES}`;

interface Documents {
  readonly templates: readonly object[];
  readonly constraints: readonly object[];
}

const load = ({ templates, constraints }: Documents, places: "inferred" | "none" = "inferred"): GatekeeperClient => {
  const engines = [regoEngine({ places })];
  const { client, templateFaults, constraintFaults } = createClient({ templates, constraints, data: [] }, { engines });
  const fault = [...templateFaults, ...constraintFaults].find((one) => one !== undefined);
  if (fault !== undefined) throw new Error(fault.message);
  return client;
};

/** Constraints of ten templates. */
const documentsOf = (count: number, repos: readonly string[]): Documents => ({
  templates: Array.from({ length: TEMPLATES }, (_, index) => templateOf(kindOf(index), IMAGES)),
  constraints: Array.from({ length: count }, (_, index) => constraintOf(kindOf(index), `number-${index}`, repos)),
});

const review = (client: GatekeeperClient, object: Json, inventory = createInventory([])): number => {
  const request = objectRequest(object, "CREATE");
  const outcome = client.review({
    request,
    source: "Original",
    enforcementPoint: "validation.gatekeeper.sh",
    inventory,
  });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.length;
};

const pods: readonly Json[] = JSON.parse(JSON.stringify(fixturePods("restricted")));
const EVERYWHERE = [""];
const NOWHERE = ["registry.example/none/"];

const reviewing = (name: string, client: GatekeeperClient): Work => ({
  name,
  count: pods.length,
  run: () => {
    for (const pod of pods) review(client, pod);
  },
});

const reviews = [10, 50, 200].flatMap((count): readonly Work[] => [
  reviewing(`a pod that satisfies ${count} constraints`, load(documentsOf(count, EVERYWHERE))),
  reviewing(`a pod that violates ${count} constraints`, load(documentsOf(count, NOWHERE))),
  reviewing(`the same with \`places: "none"\``, load(documentsOf(count, NOWHERE), "none")),
]);

const LOADED: Documents = {
  templates: Array.from({ length: 100 }, (_, index) => templateOf(`K8sLoaded${index}`, IMAGES)),
  constraints: [],
};
const loading: Work = { name: "loading a template in Rego", count: 100, run: () => load(LOADED) };

const ingressOf = (index: number) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: `ingress-${index}`, namespace: `team-${index % 50}` },
  spec: { rules: [{ host: `host-${index}.example.com` }] },
});
const uniqueHosts = load({
  templates: [templateOf("K8sUniqueHost", HOSTS)],
  constraints: [{ ...constraintOf("K8sUniqueHost", "unique", []), spec: {} }],
});
const comparing = [1_000, 10_000].map((count): Work => {
  const inventory = createInventory(Array.from({ length: count }, (_, index) => ingressOf(index)));
  return {
    name: `an Ingress whose hosts are compared with those of ${count.toLocaleString("en")} others`,
    count: 1,
    run: () => review(uniqueHosts, ingressOf(5), inventory),
  };
});

/** Bytes that a template takes once it is loaded, beside its document. */
const memoryPerTemplate = (): number => {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const client = load(LOADED);
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  if (client.constraints.length > 0) throw new Error("there are no constraints of these templates");
  return (after - before) / LOADED.templates.length;
};

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
load(LOADED);
const memory = memoryPerTemplate();
const rows = [...reviews, ...comparing, loading].map((work) => ({
  gatekeeper: work.name,
  "processor µs": Number(measureProcessorTime(work).toFixed(1)),
}));
const machine = { node: process.version, processor: cpus()[0]?.model ?? "unknown", threads: availableParallelism() };
if (values.json) console.log(JSON.stringify({ machine, rows, memory: Math.round(memory) }, undefined, 2));
else {
  console.log(`Node ${machine.node}, ${machine.threads} threads of ${machine.processor}; medians`);
  console.table(rows);
  console.log(`memory per template in Rego: ${(memory / 1_000).toFixed(1)} kB`);
}
