import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import { readPolicies } from "../read-policies.js";
import type { Review } from "../request.js";
import { review } from "../review.js";
import { deckhouse } from "./deckhouse.js";

const own = makePod({}, { name: "prometheus", namespace: "d8-monitoring", labels: { heritage: "deckhouse" } });
const request: Review = {
  operation: "CONNECT",
  subresource: "exec",
  kind: { group: "", version: "v1", kind: "PodExecOptions" },
  resource: { group: "", version: "v1", resource: "pods" },
  object: { apiVersion: "v1", kind: "PodExecOptions", container: "app", command: ["sh"] },
  name: "prometheus",
  namespace: "d8-monitoring",
  namespaceObject: { metadata: { labels: { heritage: "deckhouse" } } },
  userInfo: { username: "jane" },
  inventory: [own],
};
const decide = (changed: Partial<Review> = {}, release: "1.66" | "1.76" | "next" = "1.76") =>
  review({ ...request, ...changed }, readPolicies([], { kinds: [deckhouse({ profile: "deckhouse", release })] }));

describe("a shell in one of Deckhouse's own pods", () => {
  it.each(["1.76", "next"] as const)("is refused by %s", (release) => {
    const { allowed, violations } = decide({}, release);
    expect(allowed).toBe(false);
    expect(violations).toMatchObject([
      {
        policy: { kind: "Deckhouse", name: "deny-exec-heritage-pods" },
        constraint: { kind: "D8DenyExecHeritage", name: "deny-exec-heritage-pods" },
        action: "deny",
        message:
          'Exec/attach to Pod "prometheus" in namespace "d8-monitoring" with label \'heritage: deckhouse\' is forbidden for user "jane"',
      },
    ]);
  });

  it("is refused for attach too, and where nobody says who asks", () => {
    const kind = { group: "", version: "v1", kind: "PodAttachOptions" };
    expect(decide({ subresource: "attach", kind }).allowed).toBe(false);
    const { userInfo: _, ...anonymous } = request;
    const policies = readPolicies([], { kinds: [deckhouse({ profile: "deckhouse" })] });
    expect(review(anonymous, policies).violations[0]?.message).toContain('user ""');
  });

  it.each<[string, Partial<Review>]>([
    ["administrators", { userInfo: { username: "system:sudouser" } }],
    ["service accounts of Deckhouse", { userInfo: { username: "system:serviceaccount:d8-monitoring:operator" } }],
    ["service accounts of the system", { userInfo: { username: "system:serviceaccount:kube-system:node" } }],
    ["other pods there", { inventory: [makePod({}, { name: "prometheus", namespace: "d8-monitoring" })] }],
    ["pods elsewhere", { namespace: "shop" }],
    ["other subresources", { subresource: "portforward" }],
  ])("is open to %s", (_, changed) => {
    expect(decide(changed)).toMatchObject({ allowed: true, violations: [], problems: [] });
  });

  it("is not guarded in 1.66, and not without the profile", () => {
    expect(decide({}, "1.66").violations).toEqual([]);
    expect(review(request, readPolicies([], { kinds: [deckhouse()] })).violations).toEqual([]);
  });

  it("is nothing that the pod itself is asked for", () => {
    const { subresource: _, ...without } = request;
    const policies = readPolicies([], { kinds: [deckhouse({ profile: "deckhouse" })] });
    expect(review(without, policies).violations).toEqual([]);
  });

  it("is not judged where nobody knows the pod, and that is told", () => {
    const { inventory: _, ...without } = request;
    const policies = readPolicies([], { kinds: [deckhouse({ profile: "deckhouse" })] });
    const decisions = [decide({ inventory: [{ ...own, kind: "Service" }] }), review(without, policies)];
    for (const { allowed, problems } of decisions) {
      expect(allowed).toBe(true);
      expect(problems).toMatchObject([{ code: "needs-facts", effect: "report" }]);
    }
  });
});
