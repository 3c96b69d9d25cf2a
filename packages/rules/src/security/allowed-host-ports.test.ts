import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { viewPod } from "../subject/pod-view.js";
import { allowedHostPortsField, findPort, readPorts, sortContainers } from "./allowed-host-ports.js";

const containers = (spec: unknown) => viewPod(podWith(spec)).containers;

describe("allowedHostPorts", () => {
  it.each(RELEASES)("takes a list of ranges in %s", (release) => {
    expect(fieldIssues(allowedHostPortsField, release, [{ min: 1, max: 2 }, { min: 1 }, {}])).toEqual([]);
    expect(fieldIssues(allowedHostPortsField, release, [{ min: 1.5 }])).toEqual([
      "allowedHostPorts[0].min: expected integer, found 1.5",
    ]);
    expect(fieldIssues(allowedHostPortsField, release, [80])).toEqual([
      "allowedHostPorts[0]: expected object, found 80",
    ]);
  });
});

describe("readPorts", () => {
  it("finds the ports of all containers that have the field, 0 and duplicates too", () => {
    const ports = readPorts(
      containers({
        containers: [
          { name: "app", ports: [{ hostPort: 0 }, { containerPort: 80 }, { hostPort: 1 }, { hostPort: 1 }] },
        ],
        initContainers: [{ name: "init", ports: [{ hostPort: 2, containerPort: 3 }] }],
        ephemeralContainers: [{ name: "debug", ports: [null] }],
      }),
      "hostPort",
    );
    expect(ports.map(({ number, container }) => [container.name, number])).toEqual([
      ["init", 2],
      ["app", 0],
      ["app", 1],
      ["app", 1],
    ]);
  });
});

describe("findPort", () => {
  it("points at the number", () => {
    const [port] = readPorts(containers({ containers: [{ name: "app", ports: [{ hostPort: 7 }] }] }), "hostPort");
    expect(port && findPort(port, [])).toEqual({
      path: ["spec", "containers", 0, "ports", 0, "hostPort"],
      container: { list: "containers", index: 0, name: "app" },
      found: 7,
      allowed: [],
    });
  });
});

describe("sortContainers", () => {
  it("goes by all that containers hold, whatever list they are in, and takes equal ones once", () => {
    const sorted = sortContainers(
      containers({
        containers: [
          { name: "a", image: "z" },
          { name: "b", image: "a" },
          { image: "a", name: "b" },
        ],
        initContainers: [{ name: "c", image: "b" }],
        ephemeralContainers: [{ name: "d", env: null }, {}],
      }),
    );
    expect(sorted.map(({ ref }) => ref.name)).toEqual(["", "d", "b", "c", "a"]);
  });
});
