import { describe, expect, it } from "vitest";
import { loadDeckhouse, makeOperationPolicy, makeSecurityPolicy, makeSubject } from "../../test/deckhouse.js";
import { makeDeployment, makeNamespace, makePod } from "../../test/requests.js";
import type { Review } from "../request.js";
import type { Subject } from "../subject.js";
import { bindDeckhouse } from "./bind.js";
import type { DeckhouseOptions } from "./read-deckhouse.js";

const explain = (
  documents: readonly unknown[],
  review: Partial<Review> = {},
  judgedAs?: Subject["judgedAs"],
  options: DeckhouseOptions = {},
) => bindDeckhouse(makeSubject({ explain: true, ...review }, judgedAs), loadDeckhouse(documents, options)).considered;

const noteOf = (match: object, policies: object = { imagePullPolicy: "Always" }) =>
  explain([makeOperationPolicy({ ...policies }, { match })]).map(({ note }) => note);

describe("why a policy does not apply", () => {
  it.each<[object, string]>([
    [{ namespaceSelector: { matchNames: ["web"] } }, "its `matchNames` do not have the namespace"],
    [{ namespaceSelector: { excludeNames: ["shop"] } }, "its `excludeNames` have the namespace"],
    [
      { namespaceSelector: { labelSelector: { matchLabels: { team: "b" } } } },
      "its `namespaceSelector` does not select the namespace",
    ],
    [{ labelSelector: { matchLabels: { app: "web" } } }, "its `labelSelector` does not select the object"],
  ])("%j: %s", (match, note) => {
    expect(noteOf(match)).toEqual([note]);
  });

  it("the part that is nearest to a match counts, over all its constraints and objects", () => {
    const match = { namespaceSelector: { matchNames: ["web"] } };
    const policies = { maxRevisionHistoryLimit: 3, imagePullPolicy: "Always" };
    expect(noteOf(match, policies)).toEqual(["its `matchNames` do not have the namespace"]);
    expect(noteOf(match, { maxRevisionHistoryLimit: 3 })).toEqual(["it is about other kinds of objects"]);
    const object = { ...makeDeployment(), metadata: { name: "web", namespace: "shop" } };
    const considered = explain([makeOperationPolicy(policies, { match })], { object }, "pod");
    expect(considered).toMatchObject([{ outcome: "skipped", note: "its `matchNames` do not have the namespace" }]);
  });

  it("objects in no namespace are not what a SecurityPolicy is about", () => {
    const policy = makeSecurityPolicy({
      allowedServiceTypes: [],
      allowPrivileged: true,
      allowPrivilegeEscalation: true,
    });
    const object = { apiVersion: "v1", kind: "Service", metadata: { name: "a" } };
    const considered = explain([policy], { object, namespaceObject: { lookupError: "none" } });
    expect(considered).toMatchObject([{ note: "it is about objects in namespaces only" }]);
  });

  it("a policy that is about all kinds is asked only about those that some constraint names", () => {
    const policy = makeOperationPolicy({ requiredLabels: { labels: [{ key: "owner" }] } });
    const object = { apiVersion: "v1", kind: "Service", metadata: { name: "a", namespace: "shop" } };
    const note = "the cluster asks about no objects of the kind, for no constraint names it";
    expect(explain([policy], { object })).toMatchObject([{ outcome: "skipped", note }]);
  });

  it("a policy that applies is not among them, nor one that asks for nothing", () => {
    const other = makeOperationPolicy(
      { imagePullPolicy: "Always" },
      { match: { namespaceSelector: { matchNames: ["web"] } } },
      "other",
    );
    const considered = explain([
      makeOperationPolicy({ imagePullPolicy: "Always" }),
      other,
      makeOperationPolicy({}, {}, "empty"),
    ]);
    expect(considered).toMatchObject([{ policy: { kind: "OperationPolicy", name: "other" }, outcome: "skipped" }]);
  });

  it("one that could not be matched is told as a problem, and here without a reason", () => {
    const bad = { labelSelector: { matchExpressions: [{ key: "a", operator: "In" }] } };
    expect(noteOf(bad)).toEqual(["its `labelSelector` does not select the object"]);
  });

  it("nobody who does not ask is told", () => {
    const policy = makeOperationPolicy(
      { imagePullPolicy: "Always" },
      { match: { namespaceSelector: { matchNames: ["web"] } } },
    );
    expect(explain([policy], { explain: false, object: makePod() })).toEqual([]);
  });
});

describe("why a built-in standard does not apply", () => {
  const notesFor = (review: Partial<Review>) =>
    explain([], review, undefined, { profile: "deckhouse" }).map(({ policy, note }) => `${policy.name}: ${note}`);
  const notAsked =
    "neither the namespace's label `security.deckhouse.io/pod-policy` nor the default policy asks for it";

  it.each<[string, Partial<Review>, readonly string[]]>([
    ["by default baseline holds", {}, [`restricted: ${notAsked}`]],
    [
      "the label asks for none",
      { namespaceObject: makeNamespace({ "security.deckhouse.io/pod-policy": "privileged" }) },
      [`baseline: ${notAsked}`, `restricted: ${notAsked}`],
    ],
    [
      "the pod is exempt by its label",
      { object: makePod({}, { namespace: "shop", labels: { "security.deckhouse.io/skip-pss-check": "true" } }) },
      ["baseline: its `labelSelector` does not select the object", `restricted: ${notAsked}`],
    ],
    [
      "it is about pods",
      { object: { ...makeDeployment(), metadata: { name: "web", namespace: "shop" } } },
      ["baseline: it is about other kinds of objects", "restricted: it is about other kinds of objects"],
    ],
    [
      "the namespace is not known",
      { namespaceObject: { lookupError: "timeout" } },
      ["baseline", "restricted"].map((name) => `${name}: the labels of its namespace are not known`),
    ],
    ["both hold", { namespaceObject: makeNamespace({ "security.deckhouse.io/pod-policy": "restricted" }) }, []],
  ])("%s", (_, review, notes) => {
    expect(notesFor(review)).toEqual(notes);
  });
});
