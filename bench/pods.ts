import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PodManifest, podSecurityFixtures } from "@ostiary/fixtures";
import { CONTROLS, newestVersion } from "@ostiary/rules";

/** A level that asks for something. */
export type RestrictingLevel = "baseline" | "restricted";

const NEWEST = newestVersion(CONTROLS);

/** Our own pods for the newest version of a level, those that pass and those that fail. */
export const fixturePods = (level: RestrictingLevel): readonly PodManifest[] =>
  [...podSecurityFixtures]
    .filter((fixture) => fixture.level === level && fixture.version === NEWEST)
    .map(({ pod }) => pod);

/** The pods of Kubernetes' own tests for the newest version of a level; none where the conformance collection is not at hand. */
export const upstreamPods = (level: RestrictingLevel): readonly unknown[] => {
  const folder = join(process.env["OSTIARY_CONFORMANCE"] ?? "../shared/conformance", "pss");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file === `${level}-v1.${NEWEST}.jsonl`)
    .flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line).pod);
};

/** The Deployment that would create a pod. */
export const deploymentOf = ({ metadata, spec }: PodManifest): unknown => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "example", namespace: "shop", labels: { app: "example" } },
  spec: { replicas: 3, selector: { matchLabels: { app: "example" } }, template: { metadata, spec } },
});
