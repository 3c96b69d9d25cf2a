/**
 * What one evaluation costs, and what reading policies costs, in processor time:
 *
 *   pnpm bench evaluate [--json]
 */
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { evaluate, type PolicySet, readPolicies } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { fullPolicies } from "./deckhouse-policies.js";
import { deploymentOf, fixturePods, type RestrictingLevel, upstreamPods } from "./pods.js";
import { measureProcessorTime, type Work } from "./processor-time.js";

/** Copied for each measurement as reading a manifest makes it, so that no two pods share parts of themselves. */
const reread = <Value>(values: readonly Value[]): readonly Value[] =>
  values.map((value) => JSON.parse(JSON.stringify(value)));

const evaluateEach = (name: string, values: readonly unknown[], policies: PolicySet, options = {}): Work => {
  const objects = reread(values);
  return {
    name,
    count: objects.length,
    run: () => {
      for (const object of objects) evaluate(object, {}, policies, options);
    },
  };
};

const parseEach = (name: string, values: readonly unknown[]): Work => {
  const texts = values.map((value) => JSON.stringify(value));
  return {
    name,
    count: texts.length,
    run: () => {
      for (const text of texts) JSON.parse(text);
    },
  };
};

const standard = (level: RestrictingLevel): PolicySet => readPolicies([], { standards: { enforce: level } });

const evaluations = (): readonly Work[] => {
  const restricted = standard("restricted");
  const pods = fixturePods("restricted");
  const upstream = upstreamPods("restricted");
  const ofUpstream = (): readonly Work[] => [
    evaluateEach(`restricted:latest, ${upstream.length} pods of Kubernetes' tests`, upstream, restricted),
    parseEach("for scale: `JSON.parse` of these", upstream),
  ];
  return [
    evaluateEach(`restricted:latest, ${pods.length} pods of our own`, pods, restricted),
    parseEach("for scale: `JSON.parse` of these", pods),
    ...(upstream.length > 0 ? ofUpstream() : []),
    evaluateEach("baseline:latest, pods of our own", fixturePods("baseline"), standard("baseline")),
    evaluateEach("restricted:latest, Deployments of our own pods", pods.map(deploymentOf), restricted),
    evaluateEach("restricted:latest, with `explain`", pods, restricted, { explain: true }),
    evaluateEach("restricted:latest, with `applyDefaults`", pods, restricted, { applyDefaults: true }),
  ];
};

const CONFIGURATION = {
  apiVersion: "pod-security.admission.config.k8s.io/v1",
  kind: "PodSecurityConfiguration",
  defaults: { enforce: "baseline", "enforce-version": "latest", warn: "restricted", "warn-version": "latest" },
  exemptions: { usernames: ["root"], runtimeClasses: ["kata"], namespaces: ["kube-system"] },
};

const readDeckhouse = (documents: readonly unknown[]): PolicySet => readPolicies(documents, { kinds: [deckhouse()] });

const readings = (): readonly Work[] => {
  const documents = reread(fullPolicies(100));
  return [
    { name: "reading a PodSecurityConfiguration", count: 1, run: () => readPolicies([CONFIGURATION]) },
    { name: "reading 100 full Deckhouse policies", count: 1, run: () => readDeckhouse(documents) },
  ];
};

/** Bytes that a policy takes once it is read, beside its document. */
const memoryPerPolicy = (count: number): number => {
  const documents = reread(fullPolicies(count));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const policies = readDeckhouse(documents);
  globalThis.gc?.();
  const after = process.memoryUsage().heapUsed;
  if (policies.problems.length > 0) throw new Error(policies.problems[0]?.message);
  return (after - before) / count;
};

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
readDeckhouse(fullPolicies(2));
const memory = memoryPerPolicy(1_000);
const rows = [...evaluations(), ...readings()].map((work) => ({
  evaluation: work.name,
  "processor µs": Number(measureProcessorTime(work).toFixed(1)),
}));
const machine = { node: process.version, processor: cpus()[0]?.model ?? "unknown", threads: availableParallelism() };
if (values.json) console.log(JSON.stringify({ machine, rows, memory: Math.round(memory) }, undefined, 2));
else {
  console.log(`Node ${machine.node}, ${machine.threads} threads of ${machine.processor}; medians`);
  console.table(rows);
  console.log(`memory per full Deckhouse policy: ${(memory / 1_000).toFixed(1)} kB`);
}
