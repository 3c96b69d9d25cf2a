/**
 * What Deckhouse's policies cost, in processor time: the standard restricted with a full OperationPolicy and a full
 * SecurityPolicy, for each pod; and what it costs to have more policies, of which three match.
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
  const documents = [fullOperationPolicy("operation", "shop"), fullSecurityPolicy("security", "shop")];
  return [name, measure(name, read(documents, release), { team: "shop", [STANDARD]: "restricted" })] as const;
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
const { values } = parseArgs({ options: { json: { type: "boolean" } } });
if (values.json) console.log(JSON.stringify(rows, undefined, 2));
else console.table(rows);
