import { RELEASES } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { BY_TEAM, makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { POLICY_KINDS, policySchema } from "./policy-schema.js";

const EVERY = RELEASES.join(" ");
const SINCE_176 = "1.76 next";

/** The fields of `spec.policies`, with the releases whose schema has them. */
const FIELDS: Readonly<Record<keyof typeof POLICY_KINDS, Readonly<Record<string, readonly string[]>>>> = {
  OperationPolicy: {
    [EVERY]: [
      "allowedRepos",
      "requiredResources",
      "disallowedImageTags",
      "requiredLabels",
      "requiredAnnotations",
      "requiredProbes",
      "maxRevisionHistoryLimit",
      "imagePullPolicy",
      "priorityClassNames",
      "ingressClassNames",
      "storageClassNames",
      "checkHostNetworkDNSPolicy",
      "checkContainerDuplicates",
      "replicaLimits",
    ],
    [SINCE_176]: ["disallowedTolerations"],
  },
  SecurityPolicy: {
    [EVERY]: [
      "allowedHostPaths",
      "allowHostIPC",
      "allowHostNetwork",
      "allowHostPID",
      "allowPrivileged",
      "allowPrivilegeEscalation",
      "allowedHostPorts",
      "allowedProcMount",
      "allowedCapabilities",
      "allowedAppArmor",
      "requiredDropCapabilities",
      "allowedFlexVolumes",
      "allowedUnsafeSysctls",
      "forbiddenSysctls",
      "fsGroup",
      "readOnlyRootFilesystem",
      "automountServiceAccountToken",
      "allowedClusterRoles",
      "runAsUser",
      "runAsGroup",
      "seccompProfiles",
      "seLinux",
      "supplementalGroups",
      "allowedVolumes",
    ],
    [SINCE_176]: ["allowRbacWildcards", "verifyImageSignatures", "allowedServiceTypes", "blockWildcardDomains"],
  },
};

describe.each(["OperationPolicy", "SecurityPolicy"] as const)("the fields of %s", (kind) => {
  const fields = POLICY_KINDS[kind].flatMap((constraint) => constraint.fields);

  it.each(Object.entries(FIELDS[kind]))("in %s", (releases, names) => {
    const having = (release: string) => fields.filter(({ schema }) => schema[release as "1.66"] !== undefined);
    for (const name of names) {
      expect(RELEASES.filter((release) => having(release).some((field) => field.name === name)).join(" ")).toBe(
        releases,
      );
    }
  });

  it("are these and no others, each once", () => {
    const names = fields.map(({ name }) => name);
    expect(names.toSorted()).toEqual(Object.values(FIELDS[kind]).flat().sort());
  });
});

const accepts = (spec: object): string =>
  RELEASES.filter(
    (release) => policySchema("OperationPolicy", release).safeParse(makeOperationPolicy({}, { ...spec })).success,
  ).join(" ");

describe("spec.match", () => {
  const [names, labels] = [{ matchNames: ["shop"] }, { matchLabels: { app: "web" } }];
  it.each<[object | undefined, string]>([
    [BY_TEAM, EVERY],
    [{ namespaceSelector: names }, EVERY],
    [{ namespaceSelector: { matchNames: [] } }, EVERY],
    [{ namespaceSelector: { excludeNames: ["shop"] }, labelSelector: labels }, EVERY],
    [{ namespaceSelector: { ...names, excludeNames: ["web"] } }, SINCE_176],
    [{ labelSelector: labels }, SINCE_176],
    [{ namespaceSelector: {} }, ""],
    [{}, ""],
    [undefined, ""],
    [{ namespaceSelector: "shop" }, ""],
    [{ namespaceSelector: { matchNames: "shop" } }, ""],
    [{ namespaceSelector: names, labelSelector: {} }, ""],
    [{ namespaceSelector: names, labelSelector: { matchLabels: { a: 1 } } }, ""],
    [{ namespaceSelector: names, labelSelector: { matchExpressions: [{ key: "a", operator: "in" }] } }, ""],
    [{ namespaceSelector: names, labelSelector: { matchExpressions: [{ operator: "Exists" }] } }, ""],
    [{ namespaceSelector: names, labelSelector: { matchExpressions: [{ key: "a", operator: "In" }] } }, EVERY],
  ])("%j is accepted by: %s", (match, releases) => {
    expect(accepts({ match })).toBe(releases);
  });
});

describe("the rest of spec", () => {
  it.each<[object, string]>([
    [{ enforcementAction: "Deny" }, EVERY],
    [{ enforcementAction: "Dryrun" }, EVERY],
    [{ enforcementAction: "deny" }, ""],
    [{ policies: undefined }, ""],
    [{ policies: [] }, ""],
  ])("%j is accepted by: %s", (spec, releases) => {
    expect(accepts(spec)).toBe(releases);
  });

  it("the default action is Deny", () => {
    for (const release of RELEASES) {
      const { spec } = policySchema("SecurityPolicy", release).parse(makeSecurityPolicy({}));
      expect(spec.enforcementAction).toBe("Deny");
    }
  });
});
