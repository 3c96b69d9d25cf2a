import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { deckhouse } from "../src/deckhouse/index.js";
import { evaluate, readPolicies } from "../src/index.js";
import { makeModuleConfig, makeSecurityPolicy } from "./deckhouse.js";
import { makeNamespace, makePod } from "./requests.js";

const POD_POLICY = "security.deckhouse.io/pod-policy";

const read = (release: Release, documents: readonly unknown[], installVersion?: string) =>
  readPolicies(documents, {
    kinds: [deckhouse({ profile: "deckhouse", release, ...(installVersion !== undefined && { installVersion }) })],
  });

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
