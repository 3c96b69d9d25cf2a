import type { Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type { Review } from "../request.js";
import { isAlwaysSent, outOfScope } from "./webhook-scope.js";

interface Asked {
  readonly review?: Partial<Review>;
  readonly namespace?: string;
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}
const OPT_IN = "security.deckhouse.io/enable-security-policy-check";
const VM = "system:serviceaccount:d8-virtualization:cdi-sa";

const ask = (release: Release, { review = {}, namespace = "shop", namespaceLabels = {}, labels = {} }: Asked) =>
  outOfScope(
    {
      review: { operation: "CREATE", ...review },
      target: {
        group: "",
        kind: "Pod",
        name: "a",
        generateName: "",
        namespace,
        labels: new Map(Object.entries(labels)),
      },
      namespace,
      namespaceLabels: new Map(Object.entries(namespaceLabels)),
    },
    release,
  );

describe("what a cluster never sends to the rules, in 1.66, 1.76 and next", () => {
  it.each<[string, Asked, string | undefined, string | undefined]>([
    ["a pod in a namespace of the user's", {}, undefined, undefined],
    ["no request at all", { review: { operation: undefined } }, undefined, undefined],
    ["an update", { review: { operation: "UPDATE" } }, undefined, undefined],
    [
      "a deletion",
      { review: { operation: "DELETE" } },
      "the webhook is not asked about DELETE",
      "no rule judges DELETE",
    ],
    [
      "a system namespace by its label",
      { namespaceLabels: { heritage: "deckhouse" } },
      "heritage: deckhouse",
      "and not",
    ],
    ["the same, having opted in", { namespaceLabels: { heritage: "deckhouse", [OPT_IN]: "" } }, "heritage", undefined],
    ["another heritage", { namespaceLabels: { heritage: "Deckhouse" } }, undefined, undefined],
    [
      "a system namespace by its name",
      { namespace: "d8-monitoring" },
      "namespace `d8-monitoring` is excluded",
      undefined,
    ],
    ["kube-system", { namespace: "kube-system" }, "namespace `kube-system` is excluded", undefined],
    ["kube-public", { namespace: "kube-public" }, undefined, undefined],
    [
      "a label of the object",
      { labels: { "gatekeeper.sh/operation": "webhook" } },
      undefined,
      "gatekeeper.sh/operation",
    ],
    ["another value of it", { labels: { "gatekeeper.sh/operation": "audit" } }, undefined, undefined],
    ["the virtualization's user", { review: { userInfo: { username: VM } } }, `user \`${VM}\` is left out`, undefined],
    [
      "the virtualization's group",
      { review: { userInfo: { groups: ["system:serviceaccounts:d8-virtualization"] } } },
      undefined,
      "group `system:serviceaccounts:d8-virtualization` is left out",
    ],
    ["somebody else", { review: { userInfo: { username: "jane", groups: ["dev"] } } }, undefined, undefined],
    ["kubectl exec", { review: { operation: "CONNECT", subresource: "exec" } }, "CONNECT", "CONNECT"],
    [
      "an ephemeral container",
      { review: { subresource: "ephemeralcontainers" } },
      "the subresource ephemeralcontainers",
      "subresource",
    ],
  ])("%s", (_, asked, in166, since176) => {
    const text = (reason: string | undefined) => (reason === undefined ? undefined : expect.stringContaining(reason));
    expect(ask("1.66", asked)).toEqual(text(in166));
    expect(ask("1.76", asked)).toEqual(text(since176));
    expect(ask("next", asked)).toEqual(text(since176));
  });
});

it("pods are sent whatever the policies, from 1.76 on roles and their bindings too", () => {
  const sent = (release: Release, group: string, kind: string) =>
    isAlwaysSent({ group, kind, name: "", generateName: "", namespace: "", labels: new Map() }, release);
  for (const release of ["1.66", "1.76", "next"] as const) {
    expect(sent(release, "", "Pod")).toBe(true);
    expect(sent(release, "apps", "Pod")).toBe(false);
    expect(sent(release, "", "Service")).toBe(false);
    expect(sent(release, "rbac.authorization.k8s.io", "Role")).toBe(release !== "1.66");
    expect(sent(release, "rbac.authorization.k8s.io", "RoleBinding")).toBe(release !== "1.66");
  }
});
