import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { viewPod } from "../subject/pod-view.js";
import { allowHostNetworkField, findHostNetwork, sharesNetwork } from "./allow-host-network.js";

describe("allowHostNetwork", () => {
  it.each(RELEASES)("is a boolean in %s", (release) => {
    expect(fieldIssues(allowHostNetworkField, release, true)).toEqual([]);
    expect(fieldIssues(allowHostNetworkField, release, {})).toEqual([
      "allowHostNetwork: expected boolean, found object",
    ]);
  });

  it.each([
    [true, true],
    [false, false],
    [null, false],
    [undefined, false],
  ])("takes hostNetwork: %s for sharing the network: %s", (hostNetwork, shares) => {
    const pod = viewPod(podWith({ hostNetwork }));
    expect(sharesNetwork(pod)).toBe(shares);
    expect(findHostNetwork(pod)).toEqual({ path: ["spec", "hostNetwork"], found: hostNetwork ?? undefined });
  });
});
