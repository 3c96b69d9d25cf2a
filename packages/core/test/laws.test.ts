import { namespaceLabelsArbitrary, podArbitrary } from "@ostiary/fixtures/arbitraries";
import { POD_CARRIERS } from "@ostiary/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, evaluate, type FieldPath, readPolicies, type Violation } from "../src/index.js";
import { bytesOf } from "./bytes.js";
import { deepFreeze, objectsIn } from "./objects-in.js";
import { labelsFor, makeConfiguration } from "./requests.js";

const policies = readPolicies([]);
const pods = podArbitrary();
const labels = namespaceLabelsArbitrary();
const levels = fc.constantFrom("privileged", "baseline", "restricted");
const minors = fc.integer({ min: 0, max: 38 });
const standards = fc.tuple(levels, minors).map(([level, minor]) => `${level}:v1.${minor}`);
const restricted = labelsFor({ enforce: "restricted", audit: "restricted:v1.18", warn: "baseline:v1.30" });

const denied = ({ violations }: Decision): readonly Violation[] => violations.filter(({ action }) => action === "deny");
const textOf = ({ policy, rule, message }: Violation): string => bytesOf([policy, rule, message]);

describe("evaluation is a function", () => {
  it("the same input gives the same bytes, with the same policies or with policies read anew", () => {
    fc.assert(
      fc.property(pods, labels, fc.boolean(), (pod, namespaceLabels, explain) => {
        const bytes = bytesOf(evaluate(pod, namespaceLabels, policies, { explain }));
        expect(bytesOf(evaluate(structuredClone(pod), namespaceLabels, policies, { explain }))).toBe(bytes);
        expect(bytesOf(evaluate(pod, namespaceLabels, [], { explain }))).toBe(bytes);
      }),
    );
  });

  it("frozen inputs give what others give, and nothing of them is kept in a decision", () => {
    fc.assert(
      fc.property(pods, labels, standards, (pod, namespaceLabels, enforce) => {
        const [level, version] = enforce.split(":");
        const documents = [makeConfiguration({ defaults: { enforce: level, "enforce-version": version } })];
        const options = { applyDefaults: true, explain: true, podCarriers: [] };
        const expected = bytesOf(evaluate(pod, namespaceLabels, structuredClone(documents), options));
        const inputs = deepFreeze([pod, namespaceLabels, documents, options] as const);
        const decision = evaluate(...inputs);
        expect(bytesOf(decision)).toBe(expected);
        const given = objectsIn(inputs);
        expect([...objectsIn(decision)].filter((object) => given.has(object))).toEqual([]);
      }),
    );
  });

  it("what is changed after reading or after deciding changes nothing", () => {
    fc.assert(
      fc.property(pods, (pod) => {
        const configuration = makeConfiguration({ defaults: { enforce: "restricted" }, exemptions: { usernames: [] } });
        const set = readPolicies([configuration]);
        const decision = evaluate(pod, {}, set);
        const bytes = bytesOf(decision);
        for (const object of objectsIn([configuration]))
          for (const key of Object.keys(object)) Reflect.deleteProperty(object, key);
        expect(bytesOf(evaluate(pod, {}, set))).toBe(bytes);
        for (const object of objectsIn(pod)) for (const key of Object.keys(object)) Reflect.deleteProperty(object, key);
        expect(bytesOf(decision)).toBe(bytes);
      }),
    );
  });
});

describe("asking for more", () => {
  it("in another mode removes no violation and changes no verdict", () => {
    fc.assert(
      fc.property(pods, standards, standards, fc.constantFrom("warn", "audit"), (pod, enforce, added, mode) => {
        const before = evaluate(pod, labelsFor({ enforce, warn: "privileged" }), policies);
        const after = evaluate(pod, labelsFor({ enforce, warn: "privileged", [mode]: added }), policies);
        expect(after.allowed).toBe(before.allowed);
        expect(after.violations.map(textOf)).toEqual(expect.arrayContaining(before.violations.map(textOf)));
      }),
    );
  });

  it("by a stricter level never allows what was denied, but for Windows pods and volumes with two sources", () => {
    fc.assert(
      fc.property(pods, minors, (pod, minor) => {
        fc.pre(!bytesOf(pod.spec["os"] ?? null).includes('"windows"') && !hasTwoSources(pod.spec["volumes"]));
        const baseline = evaluate(pod, labelsFor({ enforce: `baseline:v1.${minor}` }), policies);
        const stricter = evaluate(pod, labelsFor({ enforce: `restricted:v1.${minor}` }), policies);
        expect(baseline.allowed || !stricter.allowed).toBe(true);
      }),
    );
  });

  it("these exceptions are upstream's", () => {
    const windows = { os: { name: "windows" }, securityContext: { runAsNonRoot: true } };
    const container = { name: "app", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } };
    const pod = { apiVersion: "v1", kind: "Pod", spec: { ...windows, containers: [container] } };
    const bare = { apiVersion: "v1", kind: "Pod", spec: { volumes: [{ name: "v", emptyDir: {}, hostPath: {} }] } };
    for (const exception of [pod, bare]) {
      expect(evaluate(exception, labelsFor({ enforce: "baseline" }), policies).allowed).toBe(false);
      expect(evaluate(exception, labelsFor({ enforce: "restricted" }), policies).allowed).toBe(true);
    }
  });
});

const hasTwoSources = (volumes: unknown): boolean =>
  Array.isArray(volumes) && volumes.some((volume: unknown) => Object.keys(volume ?? {}).length > 2);

describe("containers", () => {
  const LISTS = ["initContainers", "containers", "ephemeralContainers"];
  const reversed = (spec: Readonly<Record<string, unknown>>) => {
    const lists = LISTS.flatMap((list) => (Array.isArray(spec[list]) ? [[list, spec[list].toReversed()]] : []));
    return { ...spec, ...Object.fromEntries(lists) };
  };

  it("in another order break the same rules", () => {
    fc.assert(
      fc.property(pods, (pod) => {
        const one = evaluate(pod, restricted, policies);
        const other = evaluate({ ...pod, spec: reversed(pod.spec) }, restricted, policies);
        expect(other.allowed).toBe(one.allowed);
        expect(other.violations.map(({ rule }) => rule)).toEqual(one.violations.map(({ rule }) => rule));
      }),
    );
  });

  it("that are added break no fewer rules", () => {
    fc.assert(
      fc.property(pods, (pod) => {
        const { ephemeralContainers, ...spec } = pod.spec;
        const fewer = denied(evaluate({ ...pod, spec }, restricted, policies)).map(({ rule }) => rule);
        const all = denied(evaluate(pod, restricted, policies)).map(({ rule }) => rule);
        expect(all).toEqual(expect.arrayContaining(fewer));
      }),
    );
  });
});

describe("a workload", () => {
  const carriers = POD_CARRIERS.filter(({ podPath }) => podPath.length > 0);
  const wrap = (inner: unknown, path: FieldPath): unknown =>
    path.reduceRight<unknown>((value, step) => ({ [step]: value }), inner);
  const without = (decision: Decision, prefix: FieldPath) => {
    const strip = (path: FieldPath): FieldPath => {
      expect(path.slice(0, prefix.length)).toEqual(prefix);
      return path.slice(prefix.length);
    };
    return {
      ...decision,
      violations: decision.violations.map((violation) => ({
        ...violation,
        findings: violation.findings.map((finding) => ({ ...finding, path: strip(finding.path) })),
      })),
      considered: decision.considered.map(({ note: _, ...consideration }) => consideration),
    };
  };

  it.each(carriers)(
    "of kind $kind in group `$group` is judged as its pod, at its own paths",
    ({ group, kind, podPath }) => {
      fc.assert(
        fc.property(pods, labels, ({ metadata, spec }, namespaceLabels) => {
          const pod = { apiVersion: "v1", kind: "Pod", metadata, spec };
          const template = wrap({ metadata, spec }, podPath);
          const workload = { ...Object(template), apiVersion: group === "" ? "v1" : `${group}/v1`, kind };
          const decision = evaluate(workload, namespaceLabels, policies);
          expect(without(decision, podPath)).toEqual(without(evaluate(pod, namespaceLabels, policies), []));
        }),
        { numRuns: 30 },
      );
    },
  );
});
