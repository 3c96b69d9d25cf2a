/**
 * What Deckhouse's policies cost, in processor time: the standard restricted with a full OperationPolicy and a full
 * SecurityPolicy, for each pod; what it costs to have more policies, of which three match; and what it takes to read
 * policies, the first time and later, and to keep them.
 *
 *   pnpm bench deckhouse [--json]
 */
import { parseArgs } from "node:util";
import { evaluate, type PolicySet, readPolicies } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { fullOperationPolicy, fullPolicies, fullSecurityPolicy } from "./deckhouse-policies.js";
import { fixturePods } from "./pods.js";
import { measureProcessorTime } from "./processor-time.js";

const STANDARD = "security.deckhouse.io/pod-policy";
const MATCHING = 3;

/** Fields that 1.66 does not know are reported by it, and dropped. */
const read = (documents: readonly unknown[], release: Release): PolicySet =>
  readPolicies(documents, { kinds: [deckhouse({ profile: "deckhouse", release })] });

const documents: readonly unknown[] = JSON.parse(JSON.stringify(fullPolicies(100)));

const timeReading = (): number => {
  const before = process.cpuUsage();
  read(documents, "1.76");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const firstReading = timeReading();

const measureReading = (): number =>
  measureProcessorTime({
    name: "reading",
    count: 1_000,
    run: () => {
      read(documents, "1.76");
    },
  });

/** Bytes for each policy, with the garbage gone; takes `--expose-gc`, as `pnpm bench` gives it. */
const measureKeeping = (): number => {
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  const kept = Array.from({ length: 10 }, () => read(documents, "1.76"));
  return Math.round((heap() - before) / (kept.length * documents.length));
};

/** Pods as an API server gets them, none of which shares anything with another. */
const pods: readonly unknown[] = JSON.parse(JSON.stringify(fixturePods("restricted")));

const measure = (name: string, policies: PolicySet, labels: Readonly<Record<string, string>>): number =>
  measureProcessorTime({
    name,
    count: pods.length,
    run: () => {
      for (const pod of pods) evaluate(pod, labels, policies, { namespace: "shop" });
    },
  });

const oneOfEach = RELEASES.map((release) => {
  const name = `release ${release}: restricted, one full policy of each kind`;
  const oneOfEachKind = [fullOperationPolicy("operation", "shop"), fullSecurityPolicy("security", "shop")];
  return [name, measure(name, read(oneOfEachKind, release), { team: "shop", [STANDARD]: "restricted" })] as const;
});

const ofMany = [10, 100, 1_000].map((count) => {
  const name = `${count} policies of which ${MATCHING} match, no standard`;
  const matching = Array.from({ length: MATCHING }, (_, index) => fullOperationPolicy(`matching-${index}`, "shop"));
  const policies = read([...fullPolicies(count - MATCHING), ...matching], "1.76");
  return [name, measure(name, policies, { team: "shop", [STANDARD]: "privileged" })] as const;
});

const rows = [...oneOfEach, ...ofMany].map(([name, cost]) => ({
  "each pod": name,
  "processor µs": Number(cost.toFixed(1)),
}));
/** Read before anything else: what a program pays that starts. */
const reading = [
  { reading: "100 full policies, the first time", "processor ms": Number(firstReading.toFixed(1)) },
  { reading: "100 full policies, later", "processor ms": Number(measureReading().toFixed(1)) },
];
const keeping = [{ keeping: "each of 1,000 full policies", bytes: measureKeeping() }];
const { values } = parseArgs({ options: { json: { type: "boolean" } } });
if (values.json) console.log(JSON.stringify({ rows, reading, keeping }, undefined, 2));
else for (const table of [rows, reading, keeping]) console.table(table);
