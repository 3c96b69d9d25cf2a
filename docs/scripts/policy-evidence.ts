import { type Decision, evaluate, readPolicies } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { createTextRenderer } from "@ostiary/report";
import type { RestrictingLevel } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import { judge, type PolicyChoice, preparePolicies } from "ostiary/check";

/** Columns of what `ostiary check` says. */
const WIDTH = 100;

/** The namespace that objects without one are in. */
const NAMESPACE = "default";

/** What becomes of an object, and why. */
export interface Verdict {
  /** What cannot be read is not judged, nor what takes facts from outside. */
  readonly verdict: "passes" | "warned about" | "refused" | "not judged";
  /** What the rules say, or what is wrong with the policy. */
  readonly messages: readonly string[];
}

/** By what Deckhouse judges an object. */
export interface Measure {
  readonly policies?: readonly unknown[];
  /** The one of Deckhouse's own standards that the namespace is labelled with. Default: none holds. */
  readonly level?: RestrictingLevel;
}

/** What a release says of an object. */
export const verdictOf = (object: unknown, { policies = [], level }: Measure, release: Release): Verdict => {
  const profile = level === undefined ? "kubernetes" : "deckhouse";
  const set = readPolicies(policies, { kinds: [deckhouse({ profile, release })] });
  const labels: Record<string, string> = level === undefined ? {} : { "security.deckhouse.io/pod-policy": level };
  return asVerdict(evaluate(object, labels, set, { namespace: NAMESPACE }));
};

/** What Kubernetes says of an object at the newest version of a standard. */
export const kubernetesVerdictOf = (object: unknown, level: RestrictingLevel): Verdict =>
  asVerdict(evaluate(object, {}, [], { standards: { enforce: level } }));

const asVerdict = ({ allowed, violations, problems }: Decision): Verdict => {
  const faults = problems.filter(({ code, effect }) => effect === "deny" || code === "needs-facts");
  if (faults.length > 0) return { verdict: "not judged", messages: faults.map(({ message }) => message) };
  const messages = violations.map(({ message }) => message);
  if (!allowed) return { verdict: "refused", messages };
  return { verdict: messages.length === 0 ? "passes" : "warned about", messages };
};

/** What `ostiary check --policies policy.yaml` says of an object by one policy. */
export const checkByPolicy = (manifest: string, policy: unknown, release: Release): string => {
  const choice: PolicyChoice = { release, policies: [policy], level: "privileged" };
  const ruling = { policies: preparePolicies(choice, [deckhouse({ release })]), namespaces: new Map() };
  return createTextRenderer({ width: WIDTH }).object(judge(readObject(manifest), "object.yaml", ruling));
};

/** Reads a manifest that holds one object. */
export const readObject = (manifest: string): ObjectDocument => {
  const [document] = readManifests(manifest, { file: "object.yaml" });
  if (document?.kind !== "object") throw new Error("the manifest of an example is no object");
  return document;
};
