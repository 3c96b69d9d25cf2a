import { describe, expect, it } from "vitest";
import { judge } from "../../test/judge.js";
import { hostPorts } from "./host-ports.js";

const withPorts = (...ports: unknown[]) => ({ spec: { containers: [{ name: "app", ports }] } });

describe("hostPorts", () => {
  it.each([
    ["no ports", { name: "app" }],
    ["ports null", { name: "app", ports: null }],
    ["ports an empty list", { name: "app", ports: [] }],
    ["a port that is null", { name: "app", ports: [null] }],
    ["a port without hostPort", { name: "app", ports: [{ containerPort: 80 }] }],
    ["hostPort null", { name: "app", ports: [{ hostPort: null }] }],
    ["hostPort 0", { name: "app", ports: [{ hostPort: 0 }] }],
    ["hostPort -0", { name: "app", ports: [{ hostPort: -0 }] }],
    ["a wrongly cased hostport", { name: "app", ports: [{ hostport: 80 }] }],
  ])("allows a container with %s", (_, container) => {
    expect(judge(hostPorts, 0, { spec: { containers: [container] } })).toMatchObject({ findings: [], faults: [] });
  });

  it.each([1, 80, 65_535, 65_536, -1, 2 ** 31 - 1, -(2 ** 31)])("refuses hostPort %i", (hostPort) => {
    const { findings } = judge(hostPorts, 37, withPorts({ hostPort: 0 }, { containerPort: 80, hostPort }));
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "ports", 1, "hostPort"],
        container: { list: "containers", index: 0, name: "app" },
        found: hostPort,
        allowed: 0,
      },
    ]);
  });

  it("names one container and one port", () => {
    expect(judge(hostPorts, 0, withPorts({ hostPort: 8080 }))).toMatchObject({
      reason: "hostPort",
      detail: 'container "app" uses hostPort 8080',
    });
  });

  it("counts containers and ports apart: one container may use several, several may use one", () => {
    expect(judge(hostPorts, 0, withPorts({ hostPort: 2 }, { hostPort: 1 })).detail).toBe(
      'container "app" uses hostPorts 1, 2',
    );
    const ports = [{ hostPort: 80 }];
    const twice = {
      spec: {
        containers: [
          { name: "a", ports },
          { name: "a", ports },
        ],
      },
    };
    expect(judge(hostPorts, 0, twice).detail).toBe('containers "a", "a" use hostPort 80');
  });

  it("names containers in the order init, ordinary, ephemeral, and sorts ports as text, each once", () => {
    const pod = {
      spec: {
        ephemeralContainers: [{ name: "c", ports: [{ hostPort: 80 }] }],
        containers: [{ name: "b", ports: [{ hostPort: 9000 }, { hostPort: 80 }] }],
        initContainers: [{ name: "a", ports: [{ hostPort: 10000 }] }],
      },
    };
    const { places, detail } = judge(hostPorts, 0, pod);
    expect(places).toEqual([
      "spec.initContainers[0].ports[0].hostPort: 10000",
      "spec.containers[0].ports[0].hostPort: 9000",
      "spec.containers[0].ports[1].hostPort: 80",
      "spec.ephemeralContainers[0].ports[0].hostPort: 80",
    ]);
    expect(detail).toBe('containers "a", "b", "c" use hostPorts 10000, 80, 9000');
  });

  it.each([
    [["80"], "spec.containers[0].ports[0]: object, not string"],
    [[{ hostPort: "80" }], "spec.containers[0].ports[0].hostPort: integer of 32 bits, not string"],
    [[{ hostPort: true }], "spec.containers[0].ports[0].hostPort: integer of 32 bits, not boolean"],
    [[{ hostPort: 80.5 }], "spec.containers[0].ports[0].hostPort: integer of 32 bits, not fraction"],
    [[{ hostPort: 2 ** 31 }], "spec.containers[0].ports[0].hostPort: integer of 32 bits, not number"],
    [{ hostPort: 80 }, "spec.containers[0].ports: list of objects, not object"],
  ])("takes ports %j for a wrong type", (ports, fault) => {
    const { findings, faults } = judge(hostPorts, 0, { spec: { containers: [{ name: "app", ports }] } });
    expect(findings).toEqual([]);
    expect(faults).toEqual([fault]);
  });
});
