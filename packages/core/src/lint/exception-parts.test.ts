import { describe, expect, it } from "vitest";
import { exceptionParts, withoutPart } from "./exception-parts.js";

const spec = {
  securityContext: {
    privileged: { allowedValue: true },
    capabilities: { allowedValues: { add: ["KILL", "CHOWN"], drop: ["all"] } },
    sysctls: { allowedValues: [{ name: "kernel.a" }] },
  },
  network: { hostPorts: [{ port: 80, protocol: "TCP" }] },
};

describe("the parts of an exception", () => {
  it("are its values, and the items of its lists", () => {
    expect(exceptionParts(spec).map((path) => path.join("."))).toEqual([
      "securityContext.privileged",
      "securityContext.capabilities.allowedValues.add.0",
      "securityContext.capabilities.allowedValues.add.1",
      "network.hostPorts.0",
    ]);
    expect(exceptionParts({})).toEqual([]);
  });

  it("can be left out one by one", () => {
    const [privileged = [], kill = [], , port = []] = exceptionParts(spec);
    expect(withoutPart(spec, privileged)).toEqual({
      ...spec,
      securityContext: { capabilities: spec.securityContext.capabilities, sysctls: spec.securityContext.sysctls },
    });
    expect(withoutPart(spec, kill)).toMatchObject({
      securityContext: { capabilities: { allowedValues: { add: ["CHOWN"], drop: ["all"] } } },
    });
    expect(withoutPart(spec, port)).toEqual({ ...spec, network: { hostPorts: [] } });
    expect(withoutPart({ list: [{ a: 1, b: 2 }, { a: 3 }] }, ["list", 0, "a"])).toEqual({ list: [{ b: 2 }, { a: 3 }] });
  });
});
