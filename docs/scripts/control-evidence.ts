import { evaluate, readPolicies, review } from "@ostiary/core";
import { type PodSecurityFixture, podSecurityFixtures } from "@ostiary/fixtures";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { createTextRenderer } from "@ostiary/report";
import type { RestrictingLevel } from "@ostiary/rules";
import { judge, preparePolicies } from "ostiary/check";

/** Columns of what `ostiary check` says. */
const WIDTH = 100;

/** What an API server answers to a request to create the pod, in a namespace that enforces the level. */
export const answerOf = (manifest: string, level: RestrictingLevel): string => {
  const namespaceObject = { metadata: { labels: { "pod-security.kubernetes.io/enforce": level } } };
  const object = readObject(manifest).value;
  const { answers = [] } = review(
    { operation: "CREATE", object, namespace: "shop", namespaceObject },
    readPolicies([]),
  );
  return answers[0]?.message ?? "";
};

/** What `ostiary check --level LEVEL` says of a manifest. */
export const checkOf = (manifest: string, level: RestrictingLevel): string => {
  const ruling = { policies: preparePolicies({ level }), namespaces: new Map() };
  return createTextRenderer({ width: WIDTH }).object(judge(readObject(manifest), "pod.yaml", ruling));
};

const readObject = (manifest: string): ObjectDocument => {
  const [document] = readManifests(manifest, { file: "pod.yaml" });
  if (document?.kind !== "object") throw new Error("the manifest of an example is no object");
  return document;
};

/** A pod of the fixtures, and what Kubernetes says of it. */
export interface ControlCase {
  readonly name: string;
  /** Empty when the pod passes. */
  readonly messages: readonly string[];
}

const fixtures = [...podSecurityFixtures];

/** The fixtures of a control at a version, those that pass first. */
export const casesOf = (controlId: string, level: RestrictingLevel, version: number): readonly ControlCase[] => {
  const found = fixtures.filter(
    (fixture) => fixture.control === controlId && fixture.level === level && fixture.version === version,
  );
  const failing = found.filter(({ verdict }) => verdict === "fail");
  return [...found.filter(({ verdict }) => verdict === "pass"), ...failing].map((fixture) => ({
    name: fixture.name,
    messages: messagesOf(fixture),
  }));
};

const messagesOf = ({ pod, level, version }: PodSecurityFixture): readonly string[] => {
  const { violations } = evaluate(pod, {}, [], { standards: { enforce: `${level}:v1.${version}` } });
  return violations.map(({ message }) => message);
};
