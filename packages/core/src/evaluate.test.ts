import { describe, expect, it } from "vitest";
import { labelsFor, makeConfiguration, makeDeployment, makePod } from "../test/requests.js";
import { type EvaluateOptions, evaluate } from "./evaluate.js";
import type { Binding } from "./policy-kind.js";
import type { PolicySet } from "./policy-set.js";
import { readPolicies } from "./read-policies.js";
import type { Subject } from "./subject.js";

const policies = readPolicies([]);
const offender = makePod({ hostPID: true });
const baseline = labelsFor({ enforce: "baseline:v1.30" });

describe("a pod", () => {
  it("that breaks the enforced standard is denied, with all that there is to know", () => {
    expect(evaluate(offender, baseline, policies)).toEqual({
      allowed: false,
      violations: [
        {
          policy: { kind: "PodSecurityStandard", name: "baseline", version: "v1.30" },
          rule: "hostNamespaces",
          action: "deny",
          scopedActions: ["deny", "warn"],
          message: "host namespaces (hostPID=true)",
          reason: "host namespaces",
          detail: "hostPID=true",
          findings: [{ path: ["spec", "hostPID"], found: true, allowed: false }],
          help: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
        },
      ],
      problems: [],
      considered: [
        {
          policy: { kind: "PodSecurityStandard", name: "baseline", version: "v1.30" },
          outcome: "applied",
          actions: ["deny", "warn"],
        },
      ],
    });
  });

  it.each([
    ["that keeps it is allowed", makePod(), baseline],
    ["in a namespace without labels is allowed", offender, {}],
    ["that only breaks what is warned about is allowed", offender, labelsFor({ warn: "baseline" })],
  ])("%s", (_, pod, labels) => {
    expect(evaluate(pod, labels, policies).allowed).toBe(true);
  });
});

describe("a workload", () => {
  it("is judged by the pod that it would create, at its own paths", () => {
    const decision = evaluate(makeDeployment({ hostPID: true }), baseline, policies);
    expect(decision.allowed).toBe(false);
    expect(decision.violations[0]?.findings[0]?.path).toEqual(["spec", "template", "spec", "hostPID"]);
    expect(decision.considered[0]?.note).toContain("the cluster admits the Deployment");
  });
});

describe("an object without a pod", () => {
  const configMap = { apiVersion: "v1", kind: "ConfigMap" };
  it("is asked for nothing, and `explain` says so", () => {
    expect(evaluate(configMap, baseline, policies)).toMatchObject({ allowed: true, considered: [] });
    const { considered } = evaluate(configMap, baseline, policies, { explain: true });
    expect(considered[0]).toMatchObject({ outcome: "skipped", note: "a ConfigMap holds no pod" });
  });

  it.each([undefined, null, "pod", 5, true, [], [offender], {}])("%j is refused", (pod) => {
    const { allowed, problems } = evaluate(pod, {}, policies);
    expect(allowed).toBe(false);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["invalid-type"]));
  });
});

describe("policies", () => {
  const configuration = makeConfiguration({ defaults: { enforce: "baseline" } });
  it("may be documents, read with the options given", () => {
    expect(evaluate(offender, {}, [configuration]).allowed).toBe(false);
    expect(evaluate(offender, {}, [], { standards: { enforce: "baseline" } }).allowed).toBe(false);
  });

  it("that are read already are not read again: then those options do not count", () => {
    expect(evaluate(offender, {}, policies, { standards: { enforce: "baseline" } }).allowed).toBe(true);
  });

  it.each([null, undefined, 5, "baseline", {}, { problems: [] }, [null], [{}]])("%j refuse", (nonsense) => {
    // Callers in JavaScript hand in what they like.
    const { allowed, problems } = evaluate(makePod(), {}, nonsense as unknown as PolicySet);
    expect(allowed).toBe(false);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["invalid-type"]));
  });

  it("that only look like a PolicySet refuse", () => {
    // As above.
    const decision = evaluate(makePod(), {}, { loaded: [], problems: [], podCarriers: [] } as unknown as PolicySet);
    expect(decision).toMatchObject({ allowed: false, problems: [{ code: "invalid-type" }] });
  });
});

describe("namespace labels", () => {
  it.each([
    [[], "namespace: `metadata.labels`: expected map of strings, found list"],
    ["restricted", "namespace: `metadata.labels`: expected map of strings, found string"],
    [{ a: 5 }, "namespace: `metadata.labels.a`: expected string, found number"],
    [new Map([["a", "b"]]), "namespace: `metadata.labels`: expected map of strings, found object"],
  ])("of a wrong type refuse: %j", (labels, message) => {
    // As above.
    const decision = evaluate(makePod(), labels as unknown as Record<string, string>, policies);
    expect(decision).toMatchObject({ allowed: false, problems: [{ message }] });
  });

  it("may be missing", () => {
    // As above.
    expect(evaluate(offender, null as unknown as Record<string, string>, policies).allowed).toBe(true);
  });
});

describe("options", () => {
  it("`inventory` brings objects that policies ask for", () => {
    const kinds = [{ name: "Test", handles: () => true, read: () => ({ problems: [], bind }) }];
    const seen: unknown[] = [];
    function bind({ review }: Subject): Binding {
      seen.push(review.inventory);
      return { policies: [], considered: [], problems: [] };
    }
    const inventory = [makePod()];
    evaluate(makePod(), {}, [], { kinds, inventory });
    evaluate(makePod(), {}, [], { kinds });
    expect(seen).toEqual([inventory, undefined]);
  });

  it("`facts` brings what policies cannot look up", () => {
    const kinds = [{ name: "Test", handles: () => true, read: () => ({ problems: [], bind }) }];
    const seen: unknown[] = [];
    function bind({ review }: Subject): Binding {
      seen.push(review.facts);
      return { policies: [], considered: [], problems: [] };
    }
    const facts = { providers: {} };
    evaluate(makePod(), {}, [], { kinds, facts });
    evaluate(makePod(), {}, [], { kinds });
    expect(seen).toEqual([facts, undefined]);
  });

  const exempt = readPolicies([
    makeConfiguration({ defaults: { enforce: "baseline" }, exemptions: { namespaces: ["kube-system"] } }),
  ]);
  it("`namespace` wins over the object's", () => {
    const pod = makePod({ hostPID: true }, { namespace: "kube-system" });
    expect(evaluate(pod, {}, exempt).allowed).toBe(true);
    expect(evaluate(pod, {}, exempt, { namespace: "shop" }).allowed).toBe(false);
    expect(evaluate(offender, {}, exempt, { namespace: "kube-system" }).allowed).toBe(true);
  });

  const restricted = labelsFor({ enforce: "restricted" });
  const rulesOf = (object: unknown, options: EvaluateOptions, set = policies) =>
    evaluate(object, restricted, set, options).violations.map(({ rule }) => rule);
  it("`applyDefaults` fills in what an API server does; the default is not to", () => {
    const pod = makePod({ volumes: [{ name: "data" }] });
    expect(rulesOf(pod, {})).toContain("restrictedVolumes");
    expect(rulesOf(pod, { applyDefaults: false })).toContain("restrictedVolumes");
    expect(rulesOf(pod, { applyDefaults: true })).not.toContain("restrictedVolumes");
    expect(pod.spec).toHaveProperty("volumes", [{ name: "data" }]);
  });

  it("`applyDefaults` knows the kinds that the policies know", () => {
    const podCarriers = [{ group: "argoproj.io", kind: "Rollout", podPath: ["spec", "template"] }];
    const rollout = {
      ...makeDeployment({ volumes: [{ name: "data" }] }),
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Rollout",
    };
    const set = readPolicies([], { podCarriers });
    expect(rulesOf(rollout, {}, set)).toContain("restrictedVolumes");
    expect(rulesOf(rollout, { applyDefaults: true }, set)).toContain("runAsNonRoot");
    expect(rulesOf(rollout, { applyDefaults: true }, set)).not.toContain("restrictedVolumes");
  });

  it("`explain` records what passed", () => {
    expect(evaluate(makePod(), baseline, policies, { explain: true }).considered[0]?.passed?.length).toBeGreaterThan(5);
    expect(evaluate(makePod(), baseline, policies).considered[0]).not.toHaveProperty("passed");
  });

  it.each([null, undefined])("%j are none", (options) => {
    // As above.
    const { allowed, problems } = evaluate(offender, baseline, policies, options as unknown as EvaluateOptions);
    expect([allowed, problems]).toEqual([false, []]);
  });
});

it("what throws when it is looked at is refused", () => {
  const trap = makePod();
  Object.defineProperty(trap.spec, "hostPID", {
    enumerable: true,
    get: () => {
      throw new Error("boom");
    },
  });
  expect(evaluate(trap, baseline, policies)).toMatchObject({
    allowed: false,
    problems: [{ code: "internal", message: "could not be evaluated: boom", effect: "deny" }],
  });
});

const NAMES =
  "applyDefaults, emulatedVersion, explain, facts, inventory, kinds, namespace, podCarriers, settings, standards, userNamespacesPodSecurityStandards";

describe("options that cannot be meant", () => {
  it.each<[unknown, string]>([
    [{ namespace: 5 }, "option `namespace`: expected a string, found number"],
    [{ namespace: null }, "option `namespace`: expected a string, found null"],
    [{ applyDefaults: "true" }, "option `applyDefaults`: expected a boolean, found `true`"],
    [5, "option `options`: expected an object, found number"],
    ["x", "option `options`: expected an object, found `x`"],
    [{ facts: { provider: {} } }, "unknown option `facts.provider`: expected one of providers"],
    [{ namepsace: "x" }, `unknown option \`namepsace\`: expected one of ${NAMES}`],
    [{ profile: "deckhouse" }, `unknown option \`profile\`: expected one of ${NAMES}`],
  ])("refuse: %j", (options, message) => {
    // Callers in JavaScript have no types to keep to.
    for (const given of [policies, []]) {
      expect(evaluate(makePod(), {}, given, options as EvaluateOptions)).toMatchObject({
        allowed: false,
        problems: [{ code: "invalid-option", message, effect: "deny" }],
      });
    }
  });
});
