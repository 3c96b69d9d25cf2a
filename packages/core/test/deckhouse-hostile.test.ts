import { hostilePodArbitrary } from "@ostiary/fixtures/arbitraries";
import { RELEASES } from "@ostiary/rules/deckhouse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deckhouse } from "../src/deckhouse/index.js";
import { evaluate, type FieldPath, readPolicies, review } from "../src/index.js";
import { lintPolicies } from "../src/lint/index.js";
import { BY_TEAM, makeException, makeModuleConfig, makeOperationPolicy, makeSecurityPolicy } from "./deckhouse.js";
import { makePod, makeRequest } from "./requests.js";

const ranges = { rule: "MustRunAs", ranges: [{ min: 1, max: 2 }] };
const allowedValues = (...values: readonly unknown[]) => ({ allowedValues: values });

/** Documents with something at every place that is read. */
const DOCUMENTS: readonly object[] = [
  makeOperationPolicy(
    {
      allowedRepos: ["a/"],
      requiredResources: { limits: ["memory"], requests: ["cpu"] },
      disallowedImageTags: ["latest"],
      disallowedTolerations: [{ key: "a", operator: "Exists" }],
      requiredLabels: { labels: [{ key: "app", allowedRegex: "^a" }], watchKinds: ["/Pod"] },
      requiredAnnotations: { annotations: [{ key: "app", allowedRegex: "^a" }], watchKinds: ["/Pod"] },
      requiredProbes: ["livenessProbe"],
      maxRevisionHistoryLimit: 3,
      imagePullPolicy: "Always",
      priorityClassNames: ["high"],
      ingressClassNames: ["nginx"],
      storageClassNames: ["fast"],
      checkHostNetworkDNSPolicy: true,
      checkContainerDuplicates: true,
      replicaLimits: { minReplicas: 1, maxReplicas: 3 },
    },
    { match: { ...BY_TEAM, labelSelector: { matchExpressions: [{ key: "a", operator: "NotIn", values: ["b"] }] } } },
  ),
  makeSecurityPolicy({
    allowHostIPC: false,
    allowHostNetwork: false,
    allowHostPID: false,
    allowPrivileged: false,
    allowPrivilegeEscalation: false,
    allowedAppArmor: ["localhost/*"],
    allowedCapabilities: ["KILL"],
    allowedClusterRoles: ["view"],
    allowedFlexVolumes: [{ driver: "a/b" }],
    allowedHostPaths: [{ pathPrefix: "/var", readOnly: true }],
    allowedHostPorts: [{ min: 1, max: 2 }],
    allowedProcMount: "Default",
    allowedUnsafeSysctls: ["kernel.*"],
    forbiddenSysctls: ["net.*"],
    allowedVolumes: ["secret"],
    automountServiceAccountToken: false,
    fsGroup: ranges,
    readOnlyRootFilesystem: true,
    requiredDropCapabilities: ["ALL"],
    runAsGroup: ranges,
    runAsUser: ranges,
    seLinux: [{ type: "a" }],
    seccompProfiles: { allowedProfiles: ["Localhost"], allowedLocalhostFiles: ["a"] },
    supplementalGroups: ranges,
  }),
  makeException({
    securityContext: {
      privileged: { allowedValue: true },
      runAsUser: allowedValues(1),
      capabilities: { allowedValues: { add: ["KILL"], drop: ["ALL"] } },
      seLinuxOptions: allowedValues({ type: "a" }),
    },
    network: { hostNetwork: { allowedValue: true }, hostPorts: [{ port: 80, protocol: "TCP" }] },
    volumes: { hostPath: allowedValues({ path: "/", readOnly: true }), types: allowedValues("hostPath") },
  }),
  makeModuleConfig({
    podSecurityStandards: {
      defaultPolicy: "Restricted",
      policies: { hostPorts: { knownRanges: [{ min: 1, max: 2 }] } },
    },
    denyVulnerableImages: { enabled: true },
  }),
];

const pathsIn = (value: unknown, path: FieldPath = []): readonly FieldPath[] => {
  if (typeof value !== "object" || value === null) return [path];
  const steps = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value);
  return [path, ...steps.flatMap(([step, inner]) => pathsIn(inner, [...path, step]))];
};

const replaced = (value: unknown, [step, ...rest]: FieldPath, replacement: unknown): unknown => {
  if (step === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, replacement) : item));
  return { ...Object(value), [step]: replaced(Reflect.get(Object(value), step), rest, replacement) };
};

const deep = JSON.parse(`${'{"a":['.repeat(5_000)}1${"]}".repeat(5_000)}`);
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    0,
    -1,
    0.5,
    2 ** 63,
    2n ** 64n,
    Number.NaN,
    "",
    "*",
    "(",
    "\ud800",
    "a".repeat(100_000),
    [],
    {},
    [[]],
    [null],
    deep,
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": null}'),
    Array(3).fill({}),
    true,
  ),
  fc.jsonValue(),
);

/** Documents of which one has another value at one place. */
const hostileDocuments = fc.tuple(fc.nat(), fc.nat(), odd).map(([which, where, value]) => {
  const index = which % DOCUMENTS.length;
  const paths = pathsIn(DOCUMENTS[index]);
  const path = paths[where % paths.length] ?? [];
  return DOCUMENTS.map((document, position) => (position === index ? replaced(document, path, value) : document));
});
const releases = fc.constantFrom(...RELEASES);
const LABELS = { team: "a" };
const labelled = makePod(
  {},
  { namespace: "shop", labels: { "security.deckhouse.io/security-policy-exception": "spe" } },
);

describe("Deckhouse's policies with anything in them", () => {
  it("are read without a throw; what could not be read refuses, or is reported", () => {
    fc.assert(
      fc.property(hostileDocuments, releases, (documents, release) => {
        const kinds = [deckhouse({ release, profile: "deckhouse" })];
        const policies = readPolicies(documents, { kinds });
        const decision = evaluate(labelled, LABELS, policies);
        expect(decision.problems.filter(({ code }) => code === "internal")).toEqual([]);
        expect(review(makeRequest(makePod()), policies).problems.filter(({ code }) => code === "internal")).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("are linted without a throw", () => {
    fc.assert(
      fc.property(hostileDocuments, releases, (documents, release) => {
        expect(() => lintPolicies(documents, release)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  it("judge hostile pods without a fault of their own", () => {
    for (const release of RELEASES) {
      const documents = release === "1.66" ? DOCUMENTS.slice(0, 2) : DOCUMENTS;
      const policies = readPolicies(documents, { kinds: [deckhouse({ release, profile: "deckhouse" })] });
      fc.assert(
        fc.property(hostilePodArbitrary(), (pod) => {
          const { problems } = evaluate(pod, LABELS, policies, { namespace: "shop" });
          expect(problems.filter(({ code }) => code === "internal")).toEqual([]);
        }),
        { numRuns: 200 },
      );
    }
  });

  it("in any number are read and judged, without an overflow", () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      makeOperationPolicy({ odd: 1, allowedRepos: 5 }, {}, `p${index}`),
    );
    const policies = readPolicies(many, { kinds: [deckhouse()] });
    expect(policies.problems).toHaveLength(4_000);
    expect(evaluate(makePod(), LABELS, policies).allowed).toBe(false);
  });
});
