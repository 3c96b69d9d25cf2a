import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { checkHostNetworkDNSPolicy, checkHostNetworkDNSPolicyField } from "./check-host-network-dns-policy.js";

const judge = (spec: object) => judgeConstraint(checkHostNetworkDNSPolicy, "1.76", null, podWith(spec));

describe("checkHostNetworkDNSPolicy", () => {
  it.each(RELEASES)("takes a boolean in %s", (release) => {
    expect(fieldIssues(checkHostNetworkDNSPolicyField, release, false)).toEqual([]);
    expect(fieldIssues(checkHostNetworkDNSPolicyField, release, "true")).toEqual([
      "checkHostNetworkDNSPolicy: expected boolean, found `true`",
    ]);
  });

  it.each(RELEASES)("makes a constraint of true only, in %s", (release) => {
    expect(checkHostNetworkDNSPolicy.generate(release, { checkHostNetworkDNSPolicy: true })).toEqual({});
    expect(checkHostNetworkDNSPolicy.generate(release, { checkHostNetworkDNSPolicy: false })).toBeUndefined();
    expect(checkHostNetworkDNSPolicy.generate(release, {})).toBeUndefined();
  });

  it.each([
    {},
    { hostNetwork: false, dnsPolicy: "ClusterFirst" },
    { hostNetwork: null },
    { hostNetwork: true, dnsPolicy: "ClusterFirstWithHostNet" },
  ])("allows %j", (spec) => {
    expect(judge(spec)).toMatchObject({ messages: [], faults: [] });
  });

  it.each(["ClusterFirst", "Default", "None", "", "clusterFirstWithHostNet", undefined])(
    "refuses the DNS policy %j on the network of the node",
    (dnsPolicy) => {
      expect(judge({ hostNetwork: true, dnsPolicy }).results).toEqual([
        {
          message: "Pod <p> with hostNetwork must have 'ClusterFirstWithHostNet' dnsPolicy",
          findings: [{ path: ["spec", "dnsPolicy"], found: dnsPolicy, allowed: "ClusterFirstWithHostNet" }],
        },
      ]);
    },
  );

  it.each([
    [{ hostNetwork: "true" }, [], ["spec.hostNetwork: boolean, not string"]],
    [{ hostNetwork: true, dnsPolicy: [] }, ["spec.dnsPolicy: absent"], ["spec.dnsPolicy: string, not list"]],
  ])("takes %j for a wrong type", (spec, places, faults) => {
    expect(judge(spec)).toMatchObject({ places, faults });
  });
});
