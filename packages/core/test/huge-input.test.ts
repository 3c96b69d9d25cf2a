import { describe, expect, it } from "vitest";
import { evaluate, readPolicies, review } from "../src/index.js";
import { labelsFor, makeConfiguration, makeNamespace, makePod, makeRequest } from "./requests.js";

// No times are measured here: whatever took more than linear time would not end within a test's time.
const TEN_MEGABYTES = 10_000_000;
const MANY = 10_000;
const policies = readPolicies([]);
const restricted = labelsFor({ enforce: "restricted", audit: "restricted:v1.18", warn: "baseline:v1.30" });
const many = <Item>(item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: MANY }, (_, index) => item(index));
const nest = (depth: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { spec: value } : [value];
  return value;
};

describe("texts of ten megabytes", () => {
  it.each([
    ["plain", "x".repeat(TEN_MEGABYTES)],
    ["unprintable", "\u00a0".repeat(TEN_MEGABYTES)],
    ["of dots", "a.".repeat(TEN_MEGABYTES / 2)],
  ])("%s, wherever texts are read", (_, text) => {
    const annotation = `container.apparmor.security.beta.kubernetes.io/${text.slice(0, 1000)}`;
    const pod = makePod(
      {
        containers: [{ name: text, securityContext: { procMount: text, capabilities: { add: [text] } } }],
        volumes: [{ name: text }],
        securityContext: { sysctls: [{ name: text }], seLinuxOptions: { type: text } },
      },
      { name: text, annotations: { [annotation]: "unconfined" } },
    );
    const { allowed, violations } = evaluate(pod, restricted, policies);
    expect(allowed).toBe(false);
    expect(violations.length).toBeGreaterThan(5);
  });

  it("as labels of the namespace, and in a configuration", () => {
    const text = "v1.".repeat(TEN_MEGABYTES / 3);
    const labels = { "pod-security.kubernetes.io/enforce-version": text, [text]: text };
    expect(evaluate(makePod(), labels, policies).problems).toHaveLength(1);
    const exemptions = { namespaces: [text], runtimeClasses: [text], usernames: [text] };
    const configuration = makeConfiguration({ exemptions, defaults: { enforce: text, "enforce-version": text } });
    expect(readPolicies([configuration, { apiVersion: text, kind: text }]).problems).toHaveLength(5);
  });
});

describe("ten thousand", () => {
  it.each<[string, object]>([
    ["containers", { containers: many((index) => ({ name: `c-${index}`, securityContext: { privileged: true } })) }],
    ["containers of one name", { containers: many(() => ({ name: "app" })) }],
    ["volumes", { volumes: many((index) => ({ name: `v-${index}`, hostPath: {} })) }],
    ["ports", { containers: [{ ports: many((index) => ({ hostPort: index })) }] }],
    ["sysctls", { securityContext: { sysctls: many((index) => ({ name: `s-${index}` })) } }],
    ["capabilities", { containers: [{ securityContext: { capabilities: { add: many((index) => `C_${index}`) } } }] }],
  ])("%s", (_, spec) => {
    const { violations } = evaluate(makePod({ ...spec }), restricted, policies);
    expect(violations.some(({ findings, message }) => findings.length >= MANY - 1 || message.length > MANY)).toBe(true);
  });

  it("wrong types, each a problem", () => {
    const pod = makePod({ containers: many(() => ({ name: 5, securityContext: 5 })) });
    expect(evaluate(pod, restricted, policies).problems).toHaveLength(2 * MANY);
  });

  it("annotations, labels and policy documents", () => {
    const entries = Object.fromEntries(
      many((index) => [`container.apparmor.security.beta.kubernetes.io/${index}`, "x"]),
    );
    const { violations } = evaluate(makePod({}, { annotations: entries, labels: entries }), restricted, policies);
    expect(violations[0]?.findings).toHaveLength(MANY);
    expect(
      evaluate(
        makePod(),
        entries,
        many(() => 5),
      ).problems,
    ).toHaveLength(MANY);
  });

  it("existing pods and containers of an update", () => {
    const containers = many((index) => ({ name: `c-${index}`, image: "a" }));
    const pod = makePod({ containers, ephemeralContainers: containers });
    const namespaceObject = makeNamespace(restricted);
    const request = makeRequest(pod, { operation: "UPDATE", oldObject: structuredClone(pod), namespaceObject });
    expect(review(request, policies).violations).toEqual([]);
    const existingPods = many((index) =>
      makePod({ hostPID: true }, { ownerReferences: [{ controller: true, uid: `${index % 9}` }] }),
    );
    const namespace = makeRequest(namespaceObject, { operation: "UPDATE", oldObject: makeNamespace(), existingPods });
    expect(review(namespace, policies).answers?.[0]?.warnings[0]).toContain("first 3000 of 10000 existing pods");
  });
});

describe("nesting of 100,000 levels", () => {
  const deep = nest(100_000);
  it.each<[string, unknown]>([
    ["the object", deep],
    ["metadata", makePod({}, { name: deep, labels: deep })],
    ["the specification", { ...makePod(), spec: deep }],
    ["containers", makePod({ containers: deep })],
    ["a field that nobody reads", makePod({ affinity: deep, hostPID: true })],
  ])("as %s is refused", (_, pod) => {
    expect(evaluate(pod, restricted, policies, { applyDefaults: true, explain: true }).allowed).toBe(false);
  });

  it("as labels, policies and options is refused", () => {
    // Callers in JavaScript hand in what they like.
    expect(evaluate(makePod(), deep as Record<string, string>, policies).allowed).toBe(false);
    expect(evaluate(makePod(), { a: deep } as Record<string, string>, policies).allowed).toBe(false);
    expect(evaluate(makePod(), {}, [deep]).allowed).toBe(false);
    expect(readPolicies([], { standards: { enforce: deep as "baseline" } }).problems).toHaveLength(1);
  });
});
