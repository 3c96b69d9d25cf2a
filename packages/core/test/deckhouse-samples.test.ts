import { readFileSync } from "node:fs";
import { readManifests } from "@ostiary/manifests";
import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { deckhouse } from "../src/deckhouse/index.js";
import { evaluate, readPolicies } from "../src/index.js";
import { makeModuleConfig, makeSecurityPolicy } from "./deckhouse.js";
import { makeNamespace, makePod } from "./requests.js";

const EXAMPLES = new URL("../../../examples/deckhouse/", import.meta.url);
const POD_POLICY = "security.deckhouse.io/pod-policy";

const sample = (name: string): unknown => {
  const [document] = readManifests(readFileSync(new URL(`${name}.yaml`, EXAMPLES), "utf8"));
  return document?.kind === "object" ? document.value : undefined;
};

const read = (release: Release, documents: readonly unknown[], installVersion?: string) =>
  readPolicies(documents, {
    kinds: [deckhouse({ profile: "deckhouse", release, ...(installVersion !== undefined && { installVersion }) })],
  });

/** The labels with which the documentation assigns each sample. */
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  common: { "operation-policy.deckhouse.io/enabled": "true" },
  mypolicy: { enforce: "mypolicy" },
  baseline: { "operation-policy.deckhouse.io/baseline-enabled": "true" },
  restricted: { "operation-policy.deckhouse.io/restricted-enabled": "true" },
};

const plain = makePod({}, { namespace: "shop" });
const hostile = makePod(
  {
    hostNetwork: true,
    hostPID: true,
    containers: [
      {
        name: "app",
        image: "nginx:latest",
        securityContext: { privileged: true, capabilities: { add: ["SYS_ADMIN"] } },
      },
    ],
    volumes: [{ name: "root", hostPath: { path: "/" } }],
  },
  { namespace: "shop" },
);

describe("the documentation's policies", () => {
  it.each(RELEASES.flatMap((release) => Object.keys(LABELS).map((name) => [release, name] as const)))(
    "in %s: %s, on a plain pod and on a hostile one",
    async (release, name) => {
      const policies = read(release, [sample(name)]);
      const labels = { [POD_POLICY]: "privileged", ...LABELS[name] };
      const text = [plain, hostile].map((pod) => {
        const { allowed, violations, problems } = evaluate(pod, labels, policies);
        const lines = violations.map(
          ({ action, constraint, rule, message }) => `${action} ${constraint?.kind} ${rule}: ${message}`,
        );
        return [
          allowed ? "allowed" : "refused",
          ...problems.map(({ message }) => `problem: ${message}`),
          ...lines,
        ].join("\n");
      });
      await expect(`${text.join("\n\n")}\n`).toMatchFileSnapshot(`golden/deckhouse-${release}-${name}.txt`);
      expect(evaluate(hostile, { [POD_POLICY]: "privileged" }, policies).violations).toEqual([]);
    },
  );

  it("1.66 refuses the restricted one, for a volume type that it does not know", () => {
    const refused = RELEASES.filter((release) =>
      read(release, [sample("restricted")]).problems.some(({ effect }) => effect === "deny"),
    );
    expect(refused).toEqual(["1.66"]);
  });
});

describe("the documentation's commands", () => {
  const standardsIn = (labels: Readonly<Record<string, string>>, release: Release = "1.76", installVersion?: string) =>
    evaluate(hostile, labels, read(release, [], installVersion))
      .considered.filter(({ policy }) => policy.kind === "PodSecurityStandard" && policy.version === undefined)
      .map(({ policy, actions }) => `${policy.name} ${actions?.join()}`);

  it("label ns … pod-policy=restricted", () => {
    expect(standardsIn({})).toEqual(["baseline deny"]);
    expect(standardsIn({ [POD_POLICY]: "restricted" })).toEqual(["baseline deny", "restricted deny"]);
  });

  it("label ns … pod-policy-action=warn", () => {
    expect(standardsIn({ "security.deckhouse.io/pod-policy-action": "warn" })).toEqual(["baseline warn"]);
  });

  it("before v1.55 the default policy is privileged", () => {
    expect(standardsIn({}, "1.76", "v1.54.0")).toEqual([]);
    expect(standardsIn({}, "1.76", "v1.55.0")).toEqual(["baseline deny"]);
  });
});

it("partial enforcement: the built-in set off by a label, and what is wanted of it by a policy of one's own", () => {
  const spec = { match: { namespaceSelector: { labelSelector: { matchLabels: { enforce: "partly" } } } } };
  const partly = makeSecurityPolicy(
    { allowHostNetwork: true, allowHostPID: false, allowPrivileged: true, allowPrivilegeEscalation: true },
    spec,
  );
  for (const release of RELEASES) {
    const policies = read(release, [
      partly,
      makeModuleConfig({ podSecurityStandards: { defaultPolicy: "Restricted" } }),
    ]);
    const labels = { [POD_POLICY]: "privileged", enforce: "partly" };
    const kinds = new Set(evaluate(hostile, labels, policies).violations.map(({ constraint }) => constraint?.kind));
    expect([...kinds]).toEqual(["D8HostProcesses"]);
  }
});

it("the signature sample is read, matched by the namespace's name, and told not to be evaluated", () => {
  const signed = makeSecurityPolicy(
    {
      allowHostIPC: true,
      allowHostNetwork: true,
      allowHostPID: false,
      allowPrivilegeEscalation: true,
      allowPrivileged: false,
      allowRbacWildcards: true,
      verifyImageSignatures: [
        {
          publicKeys: ["-----BEGIN PUBLIC KEY-----\n...\n-----END PUBLIC KEY-----"],
          reference: "registry.private.com/labs/application/*",
        },
      ],
    },
    {
      match: {
        namespaceSelector: { labelSelector: { matchLabels: { "kubernetes.io/metadata.name": "test-namespace" } } },
      },
    },
    "verify-image-test",
  );
  const policies = readPolicies([signed], { kinds: [deckhouse()] });
  const decide = (namespace: string) => evaluate(plain, {}, policies, { namespace });
  expect(decide("test-namespace")).toMatchObject({
    allowed: true,
    problems: [{ code: "needs-facts", effect: "report" }],
  });
  expect(decide(makeNamespace().metadata.name).problems).toEqual([]);
});
