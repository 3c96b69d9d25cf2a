/**
 * What Gatekeeper's policies cost, in processor time: a pod against many constraints in Rego, passing and violating; what it
 * takes to load and to keep templates; and a rule that compares an object with all others of its kind.
 *
 *   pnpm bench gatekeeper [--json]
 */
import { parseArgs } from "node:util";
import { createClient, createInventory, type GatekeeperClient, type Json, objectRequest } from "@ostiary/gatekeeper";
import { fixturePods } from "./pods.js";
import { measureProcessorTime } from "./processor-time.js";

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

const load = (templates: readonly object[], constraints: readonly object[]): GatekeeperClient => {
  const { client, templateFaults, constraintFaults } = createClient({ templates, constraints, data: [] });
  const fault = [...templateFaults, ...constraintFaults].find((one) => one !== undefined);
  if (fault !== undefined) throw new Error(fault.message);
  return client;
};

/** Constraints of ten templates. */
const clientOf = (count: number, repos: readonly string[]): GatekeeperClient =>
  load(
    Array.from({ length: TEMPLATES }, (_, index) => templateOf(kindOf(index), IMAGES)),
    Array.from({ length: count }, (_, index) => constraintOf(kindOf(index), `number-${index}`, repos)),
  );

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

const reviews = [10, 50, 200].flatMap((count) =>
  (
    [
      ["passing", EVERYWHERE],
      ["violating", NOWHERE],
    ] as const
  ).map(([outcome, repos]) => {
    const client = clientOf(count, repos);
    const cost = measureProcessorTime({
      name: outcome,
      count: pods.length,
      run: () => {
        for (const pod of pods) review(client, pod);
      },
    });
    return { "each pod": `${count} constraints, ${outcome}`, "processor µs": Number(cost.toFixed(1)) };
  }),
);

const templates = Array.from({ length: 100 }, (_, index) => templateOf(`K8sLoaded${index}`, IMAGES));
const loading = measureProcessorTime({
  name: "loading",
  count: 1_000,
  run: () => {
    load(templates, []);
  },
});

const ingressOf = (index: number) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: `ingress-${index}`, namespace: `team-${index % 50}` },
  spec: { rules: [{ host: `host-${index}.example.com` }] },
});
const uniqueHosts = load(
  [templateOf("K8sUniqueHost", HOSTS)],
  [{ ...constraintOf("K8sUniqueHost", "unique", []), spec: {} }],
);
const comparing = [1_000, 10_000].map((count) => {
  const inventory = createInventory(Array.from({ length: count }, (_, index) => ingressOf(index)));
  const cost = measureProcessorTime({
    name: "comparing",
    count: 1,
    run: () => {
      review(uniqueHosts, ingressOf(5), inventory);
    },
  });
  return { "one ingress against": `${count} others`, "processor ms": Number((cost / 1_000).toFixed(2)) };
});

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const before = heap();
const kept = load(templates, []);
const keeping = [
  { keeping: "each of 100 templates in Rego", kB: Math.round((heap() - before) / templates.length / 1_000) },
];
if (kept.constraints.length > 0) throw new Error("there are no constraints of these templates");

const rows = [{ loading: "100 templates in Rego", "processor ms": Number(loading.toFixed(1)) }];
const { values } = parseArgs({ options: { json: { type: "boolean" } } });
if (values.json) console.log(JSON.stringify({ reviews, rows, keeping, comparing }, undefined, 2));
else for (const table of [reviews, rows, keeping, comparing]) console.table(table);
