import { ObjectView, Reading } from "@ostiary/rules";
import type { Release } from "@ostiary/rules/deckhouse";
import type { Problem } from "../src/decision.js";
import type { LoadedDeckhouse } from "../src/deckhouse/read-deckhouse.js";
import { type DeckhouseOptions, readDeckhouse } from "../src/deckhouse/read-deckhouse.js";
import type { PolicyDocument } from "../src/policy-kind.js";
import type { Review } from "../src/request.js";
import { readKind, readSubject, type Subject } from "../src/subject.js";
import { makeNamespace, makePod } from "./requests.js";

type Fields = Readonly<Record<string, unknown>>;

/** A match that selects the namespaces labelled `team: a`. */
export const BY_TEAM = { namespaceSelector: { labelSelector: { matchLabels: { team: "a" } } } };

const makePolicy =
  (kind: string) =>
  (policies: Fields, spec: Fields = {}, name = "own") => ({
    apiVersion: "deckhouse.io/v1alpha1",
    kind,
    metadata: { name },
    spec: { match: BY_TEAM, policies, ...spec },
  });

/** An OperationPolicy called `own`. */
export const makeOperationPolicy = makePolicy("OperationPolicy");

/** A SecurityPolicy called `own`. */
export const makeSecurityPolicy = makePolicy("SecurityPolicy");

/** A SecurityPolicyException called `spe` in the namespace `shop`. */
export const makeException = (spec: Fields, metadata: Fields = {}) => ({
  apiVersion: "deckhouse.io/v1alpha1",
  kind: "SecurityPolicyException",
  metadata: { name: "spe", namespace: "shop", ...metadata },
  spec,
});

/** The module's configuration. */
export const makeModuleConfig = (settings: Fields) => ({
  apiVersion: "deckhouse.io/v1alpha1",
  kind: "ModuleConfig",
  metadata: { name: "admission-policy-engine" },
  spec: { version: 1, enabled: true, settings },
});

/** Documents as core hands them to a kind of policy. */
export const toDocuments = (values: readonly unknown[]): readonly PolicyDocument[] =>
  values.map((value, index) => ({ ...readKind(ObjectView.root(new Reading(), value, [])), index, value }));

/** What comes of documents. */
export const loadDeckhouse = (
  values: readonly unknown[],
  options: DeckhouseOptions = {},
): LoadedDeckhouse & { readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const release: Release = options.release ?? "1.76";
  return { ...readDeckhouse(toDocuments(values), options, release, problems), problems };
};

/** A request to create a pod in the namespace `shop`, which is labelled `team: a`, but for what is changed. */
export const makeSubject = (changed: Partial<Review> = {}, judgedAs: Subject["judgedAs"] = "request"): Subject =>
  readSubject(
    {
      operation: "CREATE",
      object: makePod({}, { namespace: "shop" }),
      namespaceObject: makeNamespace({ team: "a" }),
      ...changed,
    },
    judgedAs,
    [],
  );
