import type { Release } from "@ostiary/rules/deckhouse";
import type { Decision } from "../decision.js";
import { deckhouse } from "../deckhouse/deckhouse.js";
import type { Policy } from "../deckhouse/generate-constraints.js";
import { evaluate } from "../evaluate.js";
import { readPolicies } from "../read-policies.js";
import type { Evidence } from "./lint-rule.js";

/** A match that every release accepts, and that leaves nothing out. */
const EVERYWHERE = { namespaceSelector: { excludeNames: [] } };

/** The policy as a document that denies, and holds in every namespace and for all objects. */
const everywhere = ({ kind, name, spec }: Policy): object => ({
  apiVersion: "deckhouse.io/v1alpha1",
  kind,
  metadata: { name },
  spec: { ...spec, enforcementAction: "Deny", match: EVERYWHERE },
});

/** What is decided about an object where policies match, whatever they match. */
export const decideEverywhere = (object: object, policies: readonly Policy[], release: Release): Decision =>
  evaluate(object, {}, readPolicies(policies.map(everywhere), { kinds: [deckhouse({ release })] }));

/** An exception as a document, with the namespace that it is for. */
export interface ExceptionDocument {
  readonly name: string;
  readonly namespace: string;
  readonly spec: object;
}

/** Under what an exception is tried out, besides policies: one of Deckhouse's own standards. */
export type LintStandard = "baseline" | "restricted";

/** What is decided about an object with an exception, under one of Deckhouse's standards and policies that match everywhere. */
export const decideExcepted = (
  object: object,
  { name, namespace, spec }: ExceptionDocument,
  release: Release,
  standard: LintStandard,
  policies: readonly Policy[] = [],
): Decision => {
  const metadata = { name, namespace };
  const exception = { apiVersion: "deckhouse.io/v1alpha1", kind: "SecurityPolicyException", metadata, spec };
  const documents = [exception, ...policies.map(everywhere)];
  const set = readPolicies(documents, { kinds: [deckhouse({ profile: "deckhouse", release })] });
  return evaluate(object, { "security.deckhouse.io/pod-policy": standard }, set, { namespace });
};

/** What a decision comes to. */
export const outcomeOf = ({ allowed }: Decision): Evidence["outcome"] => (allowed ? "admitted" : "refused");
