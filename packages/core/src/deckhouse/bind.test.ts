import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import {
  BY_TEAM,
  loadDeckhouse,
  makeException,
  makeModuleConfig,
  makeOperationPolicy,
  makeSecurityPolicy,
  makeSubject,
} from "../../test/deckhouse.js";
import { makeDeployment, makeNamespace, makePod } from "../../test/requests.js";
import type { Review } from "../request.js";
import type { Subject } from "../subject.js";
import { bindDeckhouse } from "./bind.js";
import type { DeckhouseOptions } from "./read-deckhouse.js";

interface Circumstances {
  readonly review?: Partial<Review>;
  readonly judgedAs?: Subject["judgedAs"];
  readonly options?: DeckhouseOptions;
}

const bind = (documents: readonly unknown[], { review = {}, judgedAs, options = {} }: Circumstances = {}) =>
  bindDeckhouse(makeSubject(review, judgedAs), loadDeckhouse(documents, options));
const namesOf = (documents: readonly unknown[], circumstances?: Circumstances) =>
  bind(documents, circumstances).policies.map(({ policy }) => `${policy.kind} ${policy.name}`);

const pull = { imagePullPolicy: "Always" };
const owners = { requiredLabels: { labels: [{ key: "owner" }], watchKinds: ["/Namespace", "/Node"] } };

describe("the policies that concern a request", () => {
  it("come with their rules, each with its constraint", () => {
    const { policies, considered, problems } = bind([makeOperationPolicy({ ...pull, allowedRepos: ["a/"] })]);
    expect([considered, problems]).toEqual([[], []]);
    expect(policies).toMatchObject([{ policy: { kind: "OperationPolicy", name: "own" }, actions: ["deny"] }]);
    expect(policies[0]?.rules.map(({ id, about }) => [id, about])).toEqual([
      ["allowedRepos", { constraint: { kind: "D8AllowedRepos", name: "own" } }],
      ["imagePullPolicy", { constraint: { kind: "D8ImagePullPolicy", name: "own" } }],
    ]);
  });

  it.each<[string, object, Partial<Review>, boolean]>([
    ["the namespace's label", BY_TEAM, {}, true],
    ["another namespace", BY_TEAM, { namespaceObject: makeNamespace({ team: "b" }) }, false],
    ["its name", { namespaceSelector: { matchNames: ["sh*"] } }, {}, true],
    ["an excluded name", { namespaceSelector: { excludeNames: ["shop"] } }, {}, false],
    ["`matchNames: []`: all namespaces", { namespaceSelector: { matchNames: [] } }, {}, true],
    [
      "the label that every namespace has",
      { namespaceSelector: { labelSelector: { matchLabels: { "kubernetes.io/metadata.name": "shop" } } } },
      {},
      true,
    ],
    [
      "or that the Namespace itself says",
      { namespaceSelector: { labelSelector: { matchLabels: { "kubernetes.io/metadata.name": "shop" } } } },
      { namespaceObject: makeNamespace({ "kubernetes.io/metadata.name": "else" }) },
      false,
    ],
    ["the object's labels", { labelSelector: { matchLabels: { app: "web" } } }, {}, false],
    [
      "the labels before the update",
      { labelSelector: { matchLabels: { app: "web" } } },
      { operation: "UPDATE", oldObject: makePod({}, { labels: { app: "web" } }) },
      true,
    ],
    [
      "a pod without a namespace, in `default`",
      { namespaceSelector: { matchNames: ["shop"] } },
      { object: makePod() },
      false,
    ],
  ])("by %s", (_, match, review, isBound) => {
    expect(namesOf([makeOperationPolicy(pull, { match })], { review })).toHaveLength(isBound ? 1 : 0);
  });

  it("an unknown namespace is a problem and not a non-match", () => {
    const review = { namespaceObject: { lookupError: "timeout" } };
    const { policies, problems } = bind([makeOperationPolicy(pull)], { review });
    const message = "OperationPolicy `own`: namespace selector for namespace-scoped object but missing Namespace";
    expect(policies).toEqual([]);
    expect(problems).toMatchObject([{ code: "match-failed", message, policy: { name: "own" }, effect: "deny" }]);
  });

  it("in 1.66 those of one policy may differ in their action", () => {
    const policy = makeOperationPolicy(
      { replicaLimits: { maxReplicas: 3 }, maxRevisionHistoryLimit: 3 },
      { enforcementAction: "Warn" },
    );
    const actionsIn = (release: Release) =>
      bind([policy], { review: { object: makeDeployment(), namespace: "shop" }, options: { release } }).policies.map(
        ({ actions }) => actions,
      );
    expect(actionsIn("1.66").toSorted()).toEqual([["deny"], ["warn"]]);
    expect(actionsIn("1.76")).toEqual([["warn"]]);
  });

  it("constraints that name no kind are tried only on kinds that some constraint names", () => {
    const any = makeOperationPolicy({ requiredLabels: { labels: [{ key: "owner" }] } });
    const service = { object: { apiVersion: "v1", kind: "Service", metadata: { name: "a", namespace: "shop" } } };
    expect(namesOf([any])).toEqual(["OperationPolicy own"]);
    expect(namesOf([any], { review: service })).toEqual([]);
    const naming = makeSecurityPolicy({
      allowPrivileged: true,
      allowPrivilegeEscalation: true,
      allowedServiceTypes: [],
    });
    expect(namesOf([any, naming], { review: service })).toEqual(["OperationPolicy own", "SecurityPolicy own"]);
    const role = {
      object: { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", metadata: { namespace: "shop" } },
    };
    expect(namesOf([any], { review: role })).toEqual(["OperationPolicy own"]);
    expect(namesOf([any], { review: role, options: { release: "1.66" } })).toEqual([]);
  });
});

describe("a Namespace, and objects in none", () => {
  const policy = makeOperationPolicy(owners);
  it("a Namespace is matched by its own name and labels", () => {
    const review = (labels: object) => ({ object: makeNamespace({ ...labels }), namespace: "shop" });
    expect(namesOf([policy], { review: review({ team: "a" }) })).toHaveLength(1);
    expect(namesOf([policy], { review: review({}) })).toHaveLength(0);
    const byName = makeOperationPolicy(owners, { match: { namespaceSelector: { matchNames: ["shop"] } } });
    expect(namesOf([byName], { review: review({}) })).toHaveLength(1);
  });

  it("and is out of reach by its own labels", () => {
    const object = makeNamespace({ team: "a", heritage: "deckhouse" });
    const { policies, considered } = bind([policy], { review: { object } });
    expect(policies).toEqual([]);
    expect(considered).toMatchObject([{ outcome: "exempt", note: expect.stringContaining("heritage: deckhouse") }]);
  });

  it("an object in no namespace is matched whatever namespaces a policy selects", () => {
    const node = { apiVersion: "v1", kind: "Node", metadata: { name: "worker" } };
    const byName = makeOperationPolicy(owners, { match: { namespaceSelector: { matchNames: ["else"] } } }, "other");
    expect(namesOf([policy, byName], { review: { object: node } })).toHaveLength(2);
  });
});

describe("what a cluster never sends is said, and not judged", () => {
  const documents = [makeOperationPolicy(pull)];
  it.each<[string, Partial<Review>]>([
    [
      "no rule judges DELETE",
      { operation: "DELETE", object: undefined, oldObject: makePod({}, { namespace: "shop" }) },
    ],
    ["no constraint of a policy judges CONNECT", { operation: "CONNECT", subresource: "exec" }],
    ["the webhook is not asked about the subresource status", { operation: "UPDATE", subresource: "status" }],
    [
      "the object is labelled gatekeeper.sh/operation: webhook",
      { object: makePod({}, { namespace: "shop", labels: { "gatekeeper.sh/operation": "webhook" } }) },
    ],
  ])("%s", (note, review) => {
    expect(bind(documents, { review, options: { profile: "deckhouse" } })).toEqual({
      policies: [],
      problems: [],
      considered: [
        {
          policy: { kind: "Deckhouse", name: "admission-policy-engine" },
          outcome: "exempt",
          note: `not considered: ${note}`,
        },
      ],
    });
  });

  it("once, for a workload and its pod", () => {
    const review = { object: makeDeployment(), namespaceObject: makeNamespace({ heritage: "deckhouse" }) };
    expect(bind(documents, { review, judgedAs: "pod" }).considered).toHaveLength(1);
  });

  it("a workload's pod may be out of reach alone", () => {
    const object = makeDeployment({}, { labels: { "gatekeeper.sh/operation": "webhook" } });
    const policies = [makeOperationPolicy({ ...pull, maxRevisionHistoryLimit: 3 })];
    const bound = bind(policies, { review: { object }, judgedAs: "pod" });
    expect(bound.policies.map(({ rules }) => rules.map(({ id }) => id))).toEqual([["maxRevisionHistoryLimit"]]);
    expect(bound.considered).toHaveLength(1);
  });

  it("in 1.66 also system namespaces by their names", () => {
    const review = { namespace: "d8-system", namespaceObject: { lookupError: "none" } };
    const counts = RELEASES.map(
      (release) => bind([], { review, options: { release, profile: "deckhouse" } }).considered.length,
    );
    expect(counts).toEqual([1, 0, 0]);
  });
});

describe("the built-in standards", () => {
  const restricted = { "security.deckhouse.io/pod-policy": "restricted" };
  const options = { profile: "deckhouse" } as const;
  it("hold with the profile, by the namespace's labels and the settings", () => {
    expect(namesOf([])).toEqual([]);
    expect(namesOf([], { options })).toEqual(["PodSecurityStandard baseline"]);
    const review = { namespaceObject: makeNamespace(restricted) };
    expect(namesOf([], { options, review })).toEqual([
      "PodSecurityStandard baseline",
      "PodSecurityStandard restricted",
    ]);
    const config = makeModuleConfig({ podSecurityStandards: { defaultPolicy: "Privileged" } });
    expect(namesOf([config], { options })).toEqual([]);
  });

  it("come before the policies, under the names and with the action that they have in the namespace", () => {
    const labels = { ...restricted, team: "a", "security.deckhouse.io/pod-policy-action": "warn" };
    const { policies } = bind([makeOperationPolicy(pull)], {
      options,
      review: { namespaceObject: makeNamespace(labels) },
    });
    expect(policies.map(({ actions, rules }) => [actions[0], rules[0]?.about.constraint?.name])).toEqual([
      ["warn", "d8-pod-security-baseline-warn"],
      ["warn", "d8-pod-security-restricted-warn"],
      ["deny", "own"],
    ]);
  });

  it("leave a pod alone that says so, from 1.76 on", () => {
    const object = makePod({}, { namespace: "shop", labels: { "security.deckhouse.io/skip-pss-check": "true" } });
    const counts = RELEASES.map(
      (release) => namesOf([], { options: { ...options, release }, review: { object } }).length,
    );
    expect(counts).toEqual([1, 0, 0]);
  });

  it("are about pods only", () => {
    expect(namesOf([], { options, review: { object: makeDeployment(), namespace: "shop" } })).toEqual([]);
  });

  it("cannot be chosen where the namespace is not known: that is a problem for a pod, and for nothing else", () => {
    const namespaceObject = { lookupError: "timeout" };
    const { problems } = bind([], { options, review: { namespaceObject } });
    expect(problems.map(({ message }) => message)).toEqual([
      "PodSecurityStandard `baseline`: the namespace's labels are not known",
      "PodSecurityStandard `restricted`: the namespace's labels are not known",
    ]);
    const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", metadata: { namespace: "shop" } };
    expect(bind([], { options, review: { namespaceObject, object: role } }).problems).toEqual([]);
    const skipped = makePod({}, { namespace: "shop", labels: { "security.deckhouse.io/skip-pss-check": "true" } });
    expect(bind([], { options, review: { namespaceObject, object: skipped } }).problems).toEqual([]);
  });
});

describe("what is not judged for want of facts", () => {
  const signed = makeSecurityPolicy({ verifyImageSignatures: [{ reference: "a/*", publicKeys: ["key"] }] });
  it("is reported where the policy matches, and only there", () => {
    const message =
      "SecurityPolicy `own`: `verifyImageSignatures` is not evaluated, it needs facts from @ostiary/signatures";
    expect(bind([signed]).problems).toMatchObject([{ code: "needs-facts", message, effect: "report" }]);
    expect(bind([signed], { review: { namespaceObject: makeNamespace() } }).problems).toEqual([]);
  });
});

it("a policy of which an index finds no constraint binds nothing", () => {
  const loaded = loadDeckhouse([makeOperationPolicy(pull)]);
  const policies = { ...loaded.policies, find: () => [[]] };
  expect(bindDeckhouse(makeSubject(), { ...loaded, policies }).policies).toEqual([]);
});

it("exceptions of the inventory count", () => {
  const labels = { "security.deckhouse.io/security-policy-exception": "spe" };
  const object = makePod(
    { containers: [{ name: "app", securityContext: { privileged: true, allowPrivilegeEscalation: false } }] },
    { namespace: "shop", labels },
  );
  const exception = makeException({ securityContext: { privileged: { allowedValue: true } } });
  const violations = (documents: readonly unknown[], review: Partial<Review>) => {
    const subject = makeSubject({ object, ...review });
    const { policies } = bindDeckhouse(subject, loadDeckhouse([makeSecurityPolicy({}), ...documents]));
    return policies.flatMap(({ rules }) => rules.flatMap((rule) => rule.run(subject)));
  };
  expect(violations([], {})).toHaveLength(1);
  expect(violations([exception], {})).toHaveLength(0);
  expect(violations([], { inventory: [exception] })).toHaveLength(0);
  expect(bind([], { review: { inventory: [makeException({ odd: 1 })] } }).problems).toMatchObject([
    { code: "unknown-field" },
  ]);
});

it("a policy about a workload and about its pod is one, with the rules for both", () => {
  const policy = makeOperationPolicy({ maxRevisionHistoryLimit: 3, requiredLabels: { labels: [{ key: "app" }] } });
  const review = { object: makeDeployment(), namespaceObject: makeNamespace({ team: "a" }) };
  const { policies } = bind([policy], { review, judgedAs: "pod" });
  expect(policies.map(({ policy: { name }, rules }) => [name, rules.map(({ id }) => id)])).toEqual([
    ["own", ["requiredLabels", "maxRevisionHistoryLimit", "requiredLabels"]],
  ]);
});
