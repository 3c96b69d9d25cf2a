import { describe, expect, it } from "vitest";
import { decide } from "../src/decide.js";
import { bindDeckhouse } from "../src/deckhouse/bind.js";
import type { Review } from "../src/request.js";
import type { Subject } from "../src/subject.js";
import { loadDeckhouse, makeOperationPolicy, makeSubject } from "./deckhouse.js";
import { makeDeployment, makePod } from "./requests.js";

const pull = { imagePullPolicy: "Always" };

describe("what Gatekeeper replies", () => {
  const answersTo = (review: Partial<Review>, policies: readonly unknown[] = [makeOperationPolicy(pull)]) =>
    decide(makeSubject(review, "request"), { problems: [], podCarriers: [], loaded: [loadedKind(policies)] }).answers;
  const loadedKind = (policies: readonly unknown[]) => {
    const loaded = loadDeckhouse(policies);
    return { problems: loaded.problems, bind: (subject: Subject) => bindDeckhouse(subject, loaded) };
  };

  it("is made of what Deckhouse's constraints find", () => {
    const review = { object: makePod({ containers: [{ name: "app", imagePullPolicy: "Never" }] }) };
    expect(answersTo(review)).toMatchObject([{ server: "gatekeeper", allowed: false, code: 403, reason: "Forbidden" }]);
    expect(answersTo(review)?.[0]?.message).toMatch(/^\[own\] /);
  });

  it("is an error where the Namespace cannot be had", () => {
    const message = 'failed to create augmentedReview: namespaces "shop" not found';
    const review = { namespace: "shop", namespaceObject: { lookupError: 'namespaces "shop" not found' } };
    expect(answersTo(review)).toMatchObject([{ allowed: false, code: 500, message }]);
  });

  it("is nothing where its webhook is not asked", () => {
    expect(answersTo({ object: makeDeployment() })).toEqual([]);
  });
});
