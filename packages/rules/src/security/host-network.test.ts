import { describe, expect, it } from "vitest";
import { RELEASES } from "../release.js";
import { hostNetwork } from "./host-network.js";

const RANGES = { allowedHostPorts: [{ min: 1000 }, { max: 9 }] };
const COMPLETED = {
  ranges: [
    { min: 1000, max: 0 },
    { min: 0, max: 9 },
  ],
};

describe("hostNetwork", () => {
  it("is made from two fields, and judges Pods", () => {
    expect(hostNetwork.fields.map(({ name }) => name)).toEqual(["allowHostNetwork", "allowedHostPorts"]);
    expect(hostNetwork.objects({})).toEqual([{ apiGroups: [""], kinds: ["Pod"] }]);
  });

  it.each([
    ["1.66", {}, {}],
    ["1.66", { allowHostNetwork: false }, { allowHostNetwork: false }],
    ["1.66", { allowHostNetwork: true }, undefined],
    ["1.66", { allowHostNetwork: true, ...RANGES }, COMPLETED],
    ["1.76", {}, undefined],
    ["1.76", { allowHostNetwork: true }, undefined],
    ["1.76", { allowHostNetwork: false }, { allowHostNetwork: false }],
    ["1.76", RANGES, { allowHostNetwork: true, ...COMPLETED }],
    ["next", { allowHostNetwork: true, allowedHostPorts: [] }, { allowHostNetwork: true, ranges: [] }],
    ["next", { allowHostNetwork: false, ...RANGES }, { allowHostNetwork: false, ...COMPLETED }],
  ] as const)("is made in %s of %j with the parameters %j", (release, values, parameters) => {
    expect(hostNetwork.generate(release, values)).toEqual(parameters);
  });

  it.each(RELEASES)("says what is wrong with parameters in %s", (release) => {
    expect(hostNetwork.prepare(release, { ranges: [{ min: "1" }] })).toEqual({
      faults: [{ path: ["ranges", 0, "min"], message: "expected number, found `1`" }],
    });
  });
});
