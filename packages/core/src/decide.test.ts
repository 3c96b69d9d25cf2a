import type { RuleResult } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { labelsFor, makeNamespace, makePod } from "../test/requests.js";
import { decide } from "./decide.js";
import type { Answer, Consideration, Problem } from "./decision.js";
import type { Binding, BoundPolicy, BoundRule } from "./policy-kind.js";
import type { PolicySet } from "./policy-set.js";
import { readPolicies } from "./read-policies.js";
import type { Review } from "./request.js";
import { readSubject, type Subject } from "./subject.js";

const subjectOf = (changed: Partial<Review> = {}, judgedAs: Subject["judgedAs"] = "pod") =>
  readSubject({ operation: undefined, object: makePod(), namespaceObject: makeNamespace(), ...changed }, judgedAs, []);

const setOf = (bindings: readonly Partial<Binding>[], problems: readonly Problem[] = []): PolicySet => ({
  problems,
  loaded: bindings.map((binding) => ({
    problems: [],
    bind: () => ({ policies: [], considered: [], problems: [], ...binding }),
  })),
  podCarriers: [],
});
const policyOf = (name: string, actions: BoundPolicy["actions"], ...rules: readonly BoundRule[]): BoundPolicy => ({
  policy: { kind: "Test", name },
  actions,
  rules,
});
const ruleOf = (id: string, ...results: readonly Partial<RuleResult>[]): BoundRule => ({
  id,
  about: {},
  run: () => results.map((result) => ({ message: id, findings: [], ...result })),
});
const problem = (code: string, effect: Problem["effect"]): Problem => ({ code, message: code, effect });

describe("whether the object is allowed", () => {
  it.each<[string, PolicySet, boolean]>([
    ["no policies", setOf([]), true],
    ["a policy that finds nothing", setOf([{ policies: [policyOf("a", ["deny"], ruleOf("b"))] }]), true],
    ["a violation that denies", setOf([{ policies: [policyOf("a", ["deny"], ruleOf("b", {}))] }]), false],
    [
      "violations that warn or are recorded",
      setOf([{ policies: [policyOf("a", ["warn", "dryrun"], ruleOf("b", {}))] }]),
      true,
    ],
    ["a problem that denies", setOf([{ problems: [problem("a", "deny")] }]), false],
    ["a problem that is reported", setOf([{ problems: [problem("a", "report")] }]), true],
    ["a problem of reading the policies", setOf([], [problem("a", "deny")]), false],
  ])("%s", (_, policies, allowed) => {
    expect(decide(subjectOf(), policies).allowed).toBe(allowed);
  });

  it.each([
    [{ object: makePod({}, { name: 5 }) }, "`metadata.name`: expected string, found number"],
    [{ namespaceObject: makeNamespace({ a: 5 }) }, "namespace: `metadata.labels.a`: expected string, found number"],
  ])("not with a wrong type: %j", (changed, message) => {
    const decision = decide(subjectOf(changed), setOf([]));
    expect(decision).toMatchObject({ allowed: false, problems: [{ code: "invalid-type", message }] });
  });

  it("not with a wrong type that only a rule comes across", () => {
    const reading: BoundRule = {
      ...ruleOf("reading"),
      run: ({ object }) => {
        object.object("spec").boolean("hostPID");
        return [];
      },
    };
    const subject = subjectOf({ object: makePod({ hostPID: "true" }) });
    const decision = decide(subject, setOf([{ policies: [policyOf("a", ["warn"], reading)] }]));
    expect(decision.problems).toEqual([
      {
        code: "invalid-type",
        message: "`spec.hostPID`: expected boolean, found string",
        path: ["spec", "hostPID"],
        effect: "deny",
      },
    ]);
    expect(decision.allowed).toBe(false);
  });
});

describe("the order", () => {
  const twoKinds = setOf(
    [
      {
        policies: [
          policyOf("a", ["warn"], ruleOf("z", {}, { message: "again" }), ruleOf("y", {})),
          policyOf("0", ["deny"], ruleOf("x", {})),
        ],
        problems: [problem("of the first kind", "report")],
        considered: [{ policy: { kind: "Test", name: "exempt" }, outcome: "exempt" }],
      },
      { policies: [policyOf("b", ["deny"], ruleOf("a", {}))], problems: [problem("of the second kind", "report")] },
    ],
    [problem("of reading", "report")],
  );

  it("of violations is that of kinds, policies, rules, results", () => {
    expect(decide(subjectOf(), twoKinds).violations.map(({ message }) => message)).toEqual([
      "z",
      "again",
      "y",
      "x",
      "a",
    ]);
  });

  it("of problems is reading, binding, the object, its namespace", () => {
    const subject = subjectOf({ object: makePod({}, { name: 5 }), namespaceObject: 5 });
    expect(decide(subject, twoKinds).problems.map(({ message }) => message)).toEqual([
      "of reading",
      "of the first kind",
      "of the second kind",
      "`metadata.name`: expected string, found number",
      "namespace: expected object, found number",
    ]);
  });

  it("of what was considered is that of kinds, what applied before what did not", () => {
    expect(decide(subjectOf(), twoKinds).considered.map(({ policy }) => policy.name)).toEqual([
      "a",
      "0",
      "exempt",
      "b",
    ]);
  });
});

describe("a violation", () => {
  const violationOf = (policy: BoundPolicy) => decide(subjectOf(), setOf([{ policies: [policy] }])).violations[0];
  it("has what its rule found, what holds for all of the rule's results, and its policy's strictest action", () => {
    const about = { help: "https://example.com", constraint: { kind: "K", name: "n" } };
    const finding = { path: ["spec"], found: undefined };
    const result = { message: "m", reason: "r", detail: "d", findings: [finding], details: { a: 1 } };
    expect(violationOf(policyOf("a", ["deny"], { ...ruleOf("rule", result), about }))).toEqual({
      policy: { kind: "Test", name: "a" },
      rule: "rule",
      action: "deny",
      ...result,
      ...about,
    });
  });

  it("lists the actions only where there are several", () => {
    expect(violationOf(policyOf("a", ["warn"], ruleOf("b", {})))).not.toHaveProperty("scopedActions");
    expect(violationOf(policyOf("a", ["warn", "dryrun"], ruleOf("b", {})))).toMatchObject({
      action: "warn",
      scopedActions: ["warn", "dryrun"],
    });
  });
});

describe("what was considered", () => {
  const skipped: Consideration = { policy: { kind: "Test", name: "s" }, outcome: "skipped", note: "why" };
  const policies = setOf([
    {
      policies: [{ ...policyOf("a", ["deny"], ruleOf("passes"), ruleOf("fails", {})), note: "careful" }],
      considered: [skipped],
    },
  ]);
  const applied = { policy: { kind: "Test", name: "a" }, outcome: "applied", actions: ["deny"], note: "careful" };

  it("is what applied, with its note", () => {
    expect(decide(subjectOf(), policies).considered).toEqual([applied]);
  });

  it("is what applied without its note where nothing was violated", () => {
    const clean = setOf([{ policies: [{ ...policyOf("a", ["deny"], ruleOf("passes")), note: "careful" }] }]);
    const { note: _, ...silent } = applied;
    expect(decide(subjectOf(), clean).considered).toEqual([silent]);
  });

  it("is everything with `explain`, and the rules that passed", () => {
    const decision = decide(subjectOf({ explain: true }), policies);
    expect(decision.considered).toEqual([{ ...applied, passed: [{ rule: "passes", reads: [] }] }, skipped]);
  });

  it("tells with `explain` what each passing rule looked at", () => {
    const pod = makePod({ hostPID: false, securityContext: { runAsNonRoot: true } });
    const namespaceObject = makeNamespace(labelsFor({ enforce: "restricted" }));
    const subject = subjectOf({ object: pod, namespaceObject, explain: true });
    const [consideration] = decide(subject, readPolicies([])).considered;
    const readsOf = (id: string) => consideration?.passed?.find(({ rule }) => rule === id)?.reads;
    expect(readsOf("hostNamespaces")).toContainEqual({ path: ["spec", "hostPID"], found: false });
    expect(readsOf("runAsNonRoot")).toContainEqual({
      path: ["spec", "containers", 0, "securityContext", "runAsNonRoot"],
      found: true,
      inheritedFrom: ["spec", "securityContext", "runAsNonRoot"],
    });
    expect(readsOf("allowPrivilegeEscalation")).toBeUndefined();
    expect(subject.reading.reads).toBeUndefined();
  });
});

describe("answers", () => {
  const answer: Answer = { server: "gatekeeper", allowed: true, warnings: [], auditAnnotations: {} };
  const withAnswer = setOf([
    {
      policies: [policyOf("a", ["deny"], ruleOf("b", {}))],
      answer: (outcomes) => ({ ...answer, message: `${outcomes.length}` }),
    },
    {},
  ]);

  it("are given to requests, by each kind that has one and from what its rules found", () => {
    expect(decide(subjectOf({}, "request"), withAnswer).answers).toEqual([{ ...answer, message: "1" }]);
  });

  it("are one for all kinds that Gatekeeper enforces", () => {
    const [one, other] = ["a", "b"].map((name) => ({
      policies: [policyOf(name, ["deny"], { ...ruleOf(name, {}), about: { constraint: { kind: "Test", name } } })],
      gatekeeper: {},
    }));
    const enforced = setOf([one ?? {}, other ?? {}, { gatekeeper: { verdict: { allowed: true } } }]);
    expect(decide(subjectOf({}, "request"), enforced).answers).toEqual([answer]);
    expect(decide(subjectOf({}, "request"), setOf([one ?? {}, other ?? {}])).answers).toMatchObject([
      { allowed: false, message: "[a] a\n[b] b" },
    ]);
    expect(decide(subjectOf(), enforced)).not.toHaveProperty("answers");
  });

  it("are not given where there is no request", () => {
    expect(decide(subjectOf(), withAnswer)).not.toHaveProperty("answers");
  });
});

it("takes hundreds of thousands of violations", () => {
  const results = Array.from({ length: 300_000 }, () => ({ message: "no", findings: [] }));
  const rule: BoundRule = { id: "b", about: {}, run: () => results };
  const policies = setOf([{ policies: [policyOf("a", ["deny"], rule)] }]);
  expect(decide(subjectOf(), policies).violations).toHaveLength(300_000);
});
