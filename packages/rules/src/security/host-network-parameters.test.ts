import { describe, expect, it } from "vitest";
import { describeRanges, printNetwork, writeForbiddenNetwork, writeNetwork } from "./host-network-parameters.js";

describe("printNetwork", () => {
  it.each([
    [{}, "{}"],
    [{ allowHostNetwork: false, ranges: [] }, '{"allowHostNetwork": false, "ranges": []}'],
    [{ ranges: [{ min: 8080 }, { max: 1_000_000 }] }, '{"ranges": [{"min": 8080}, {"max": 1000000}]}'],
  ])("prints %j as written", (parameters, printed) => {
    expect(printNetwork(parameters)).toBe(printed);
  });
});

describe("describeRanges", () => {
  it("leaves away a bound that is missing", () => {
    expect(describeRanges([{ min: 1, max: undefined }, {}])).toEqual([{ min: 1 }, {}]);
  });
});

describe("writeForbiddenNetwork and writeNetwork", () => {
  it("agree on a network that is forbidden", () => {
    const values = { allowHostNetwork: false, allowedHostPorts: [{ min: 1, max: 2 }] };
    expect(writeForbiddenNetwork(values)).toEqual(writeNetwork(values));
  });
});
