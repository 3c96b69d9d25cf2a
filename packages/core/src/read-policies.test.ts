import { describe, expect, it } from "vitest";
import { makeConfiguration, makePod } from "../test/requests.js";
import { evaluate } from "./evaluate.js";
import type { LoadedPolicies, PolicyDocument, PolicyKind } from "./policy-kind.js";
import { readPolicies } from "./read-policies.js";

const own = (value: object = {}) => ({ apiVersion: "example.com/v1", kind: "Policy", ...value });
const kindThat = (read: (documents: readonly PolicyDocument[]) => Partial<LoadedPolicies>): PolicyKind => ({
  name: "Example",
  handles: ({ group, kind }) => group === "example.com" && kind === "Policy",
  read: (documents) => ({
    problems: [],
    bind: () => ({ policies: [], considered: [], problems: [] }),
    ...read(documents),
  }),
});
const problemsOf = (documents: unknown, options = {}) =>
  // Documents come from files: the types promise nothing.
  readPolicies(documents as readonly unknown[], options).problems;

describe("documents that nobody can read", () => {
  it.each([
    [null, "policy document 1: expected object, found nothing"],
    [undefined, "policy document 1: expected object, found nothing"],
    ["text", "policy document 1: expected object, found string"],
    [[], "policy document 1: expected object, found list"],
    [{ kind: "Policy" }, "policy document 1: `apiVersion`: expected string, found nothing"],
    [{ apiVersion: "v1", kind: 5 }, "policy document 1: `kind`: expected string, found number"],
  ])("are problems that refuse: %j", (document, message) => {
    const problem = { code: "invalid-type", message, path: expect.any(Array), document: 1, effect: "deny" };
    expect(problemsOf([makeConfiguration(), document])).toEqual([problem]);
  });

  it.each([
    ["v1", "ConfigMap", "no kind of policy reads `v1` `ConfigMap`"],
    ["example.com/v1", "Policy", "no kind of policy reads `example.com/v1` `Policy`"],
    [
      "pod-security.admission.config.k8s.io/v1",
      "podsecurityconfiguration",
      "no kind of policy reads `pod-security.admission.config.k8s.io/v1` `podsecurityconfiguration`",
    ],
  ])("are problems that refuse: %s %s", (apiVersion, kind, message) => {
    const policies = readPolicies([{ apiVersion, kind }]);
    expect(policies.problems).toEqual([
      { code: "unknown-policy", message: `policy document 0: ${message}`, document: 0, effect: "deny" },
    ]);
    expect(evaluate(makePod(), {}, policies)).toMatchObject({ allowed: false, problems: policies.problems });
  });

  it.each([
    [null, "null"],
    [undefined, "undefined"],
    ["text", "string"],
    [{ length: 1 }, "object"],
  ])("are no list at all: %j", (documents, found) => {
    const message = `policies: expected list of documents, found ${found}`;
    expect(problemsOf(documents)).toEqual([{ code: "invalid-type", message, path: [], effect: "deny" }]);
  });

  it("are named as settings where they are", () => {
    expect(problemsOf([], { settings: null })).toMatchObject([{ message: "settings: expected object, found nothing" }]);
    expect(problemsOf([], { settings: own() })).toMatchObject([
      { message: "settings: no kind of policy reads `example.com/v1` `Policy`" },
    ]);
  });
});

describe("further kinds of policies", () => {
  it("see all of their documents at once, and no others", () => {
    const seen: PolicyDocument[] = [];
    const kind = kindThat((documents) => {
      seen.push(...documents);
      return {};
    });
    const [first, second, settings] = [own(), own({ spec: {} }), own({ spec: 1 })];
    expect(problemsOf([first, makeConfiguration(), second], { kinds: [kind], settings })).toEqual([]);
    const place = { group: "example.com", version: "v1", kind: "Policy" };
    expect(seen).toMatchObject([
      { ...place, index: undefined, value: settings },
      { ...place, index: 0, value: first },
      { ...place, index: 2, value: second },
    ]);
  });

  it("are loaded after Pod Security, and their problems come after those of documents", () => {
    const problem = { code: "a", message: "b", effect: "report" } as const;
    const policies = readPolicies([5], { kinds: [kindThat(() => ({ problems: [problem] }))] });
    expect(policies.loaded).toHaveLength(2);
    expect(policies.problems).toMatchObject([{ code: "invalid-type" }, problem]);
  });
});

describe("a PolicySet", () => {
  it("cannot be changed, nor by what it was made from", () => {
    const podCarriers = [{ group: "argoproj.io", kind: "Rollout", podPath: ["spec", "template"] }];
    const document = makeConfiguration({ defaults: { enforce: "baseline" } });
    const policies = readPolicies([document], { podCarriers });
    podCarriers.pop();
    document.kind = "Other";
    expect(Object.isFrozen(policies)).toBe(true);
    expect(policies.podCarriers).toHaveLength(1);
    expect(evaluate(makePod({ hostPID: true }), {}, policies).allowed).toBe(false);
  });

  it("is made from options of one's own, not from inherited ones", () => {
    const inherited = Object.create({ standards: { enforce: "restricted" }, settings: 5, emulatedVersion: 5 });
    const policies = readPolicies([], inherited);
    expect(policies.problems).toEqual([]);
    expect(evaluate(makePod({ hostPID: true }), {}, policies).allowed).toBe(true);
  });
});

describe("what JavaScript may hand in", () => {
  const hostile = {
    get metadata(): never {
      throw new Error("hands off");
    },
  };

  it.each<[string, unknown, unknown]>([
    [
      "an option whose getter throws",
      [],
      Object.defineProperty({}, "kinds", { get: () => hostile.metadata, enumerable: true }),
    ],
    [
      "settings whose getter throws",
      [],
      { settings: Object.defineProperty({}, "kind", { get: () => hostile.metadata }) },
    ],
    [
      "a document that throws",
      [new Proxy({}, { getOwnPropertyDescriptor: () => hostile.metadata, get: () => hostile.metadata })],
      {},
    ],
    ["a kind that throws", [], { kinds: [{ handles: () => true, read: () => hostile.metadata }] }],
  ])("becomes a set that refuses: %s", (_, documents, options) => {
    // Documents and options come from anywhere: the types promise nothing.
    const policies = readPolicies(documents as readonly unknown[], options as object);
    expect(policies.problems).toEqual([{ code: "internal", message: "could not be read: hands off", effect: "deny" }]);
    expect(evaluate(makePod(), {}, policies).allowed).toBe(false);
  });

  it.each([{ kinds: 5 }, { kinds: [null] }, { podCarriers: 5 }, { podCarriers: [{ group: "", kind: "Pod" }] }])(
    "is ignored and refuses: %j",
    (options) => {
      expect(problemsOf([], options)).toMatchObject([{ code: "invalid-option", effect: "deny" }]);
      expect(readPolicies([], options as object)).toMatchObject({ podCarriers: [], loaded: [{}] });
    },
  );

  it("is told by its name where there is no such option, and everything else counts", () => {
    const { problems, loaded } = readPolicies([], { standard: { enforce: "restricted" } } as object);
    expect(problems).toMatchObject([
      { code: "invalid-option", message: expect.stringContaining("unknown option `standard`: expected one of ") },
    ]);
    expect(loaded).toHaveLength(1);
  });

  it("cannot even be listed, and refuses", () => {
    const ownKeys = () => {
      throw new Error("hands off");
    };
    expect(readPolicies([], new Proxy({}, { ownKeys })).problems).toMatchObject([{ code: "internal" }]);
  });

  it("may be no options at all", () => {
    // Callers in JavaScript pass null for nothing.
    expect(readPolicies([], null as unknown as object).problems).toEqual([]);
  });
});
