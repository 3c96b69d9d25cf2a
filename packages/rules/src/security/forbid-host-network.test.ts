import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import type { Json } from "../rule.js";
import { hostNetwork } from "./host-network.js";

const withPorts = (hostNetworkValue: unknown, ...ports: unknown[]) =>
  podWith({ hostNetwork: hostNetworkValue, containers: [{ name: "app", ports }] });
const ONE = { min: 80, max: 90 };
const port = "spec.containers[0].ports[0]";

const places = (release: "1.66" | "1.76", parameters: Json, pod: unknown) =>
  judgeSecurity(hostNetwork, release, parameters, pod).places;

describe("forbidHostNetwork166", () => {
  it.each([
    [{}, withPorts(undefined, { hostPort: 1 }), []],
    [{ allowHostNetwork: false }, withPorts(false), []],
    [{}, withPorts(true), ["spec.hostNetwork: true"]],
    [{ allowHostNetwork: true, ranges: [] }, withPorts(true, { containerPort: 5 }), []],
    [{ ranges: [ONE] }, withPorts(false, { hostPort: 80 }, { hostPort: 90 }), []],
    [{ ranges: [ONE] }, withPorts(false, { hostPort: 79 }), [`${port}.hostPort: 79`]],
    [{ ranges: [] }, withPorts(true, { hostPort: 0 }), ["spec.hostNetwork: true", `${port}.hostPort: 0`]],
    [{ ranges: [{ min: 80 }] }, withPorts(false, { hostPort: 80 }), [`${port}.hostPort: 80`]],
  ])("holds against %j the pod %j", (parameters, pod, found) => {
    expect(places("1.66", parameters, pod)).toEqual(found);
  });

  it("words one violation for a pod, and shows the parameters", () => {
    const pod = withPorts(true, { hostPort: 1 }, { hostPort: 2 });
    const { results } = judgeSecurity(hostNetwork, "1.66", { allowHostNetwork: false, ranges: [ONE] }, pod);
    expect(results).toEqual([
      {
        rule: "allowHostNetwork",
        message:
          "The specified hostNetwork and/or hostPort are not allowed, pod: p. " +
          'Allowed values: {"allowHostNetwork": false, "ranges": [{"max": 90, "min": 80}]}',
        findings: [
          { path: ["spec", "hostNetwork"], found: true, allowed: false },
          expect.objectContaining({ found: 1, allowed: [ONE] }),
          expect.objectContaining({ found: 2 }),
        ],
      },
    ]);
  });

  it("names the field that is broken", () => {
    const { results } = judgeSecurity(hostNetwork, "1.66", { ranges: [] }, withPorts(false, { hostPort: 1 }));
    expect(results[0]?.rule).toBe("allowedHostPorts");
  });
});

describe("forbidHostNetwork176", () => {
  it.each([
    [{ allowHostNetwork: false, ranges: [ONE] }, withPorts(false, { hostPort: 80, containerPort: 1 }), []],
    [{ allowHostNetwork: true, ranges: [ONE] }, withPorts(true, { containerPort: 80 }), []],
    [{ allowHostNetwork: true, ranges: [ONE] }, withPorts(true, { containerPort: 1 }), [`${port}.containerPort: 1`]],
    [{ allowHostNetwork: false, ranges: [] }, withPorts(true), ["spec.hostNetwork: true"]],
    [{ allowHostNetwork: false }, withPorts(undefined), ["spec.hostNetwork: absent"]],
    [{ allowHostNetwork: false }, withPorts(false), ["spec.hostNetwork: false"]],
  ])("holds against %j the pod %j", (parameters, pod, found) => {
    expect(places("1.76", parameters, pod)).toEqual(found);
  });

  it("shows the ports in the order of Rego's set of containers", () => {
    const pod = podWith({
      containers: [{ name: "a", image: "z", ports: [{ hostPort: 1_000_000, containerPort: 2 }] }],
      initContainers: [{ name: "b", image: "a", ports: [{ containerPort: 4 }, { containerPort: 3 }] }],
    });
    const { messages } = judgeSecurity(hostNetwork, "1.76", { allowHostNetwork: false, ranges: [] }, pod);
    expect(messages).toEqual([
      "The hostNetwork or hostPort are not allowed, pod: p. | Actual hostNetwork: false, hostPorts: [1e+06], " +
        'containerPorts: [4, 3, 2] | Allowed values: {"allowHostNetwork": false, "ranges": []}',
    ]);
  });

  it("makes way for an exception, or shows it", () => {
    const network = { hostNetwork: { allowedValue: true }, hostPorts: [{ port: 80, protocol: "TCP" }] };
    const judge = (pod: unknown) =>
      judgeSecurity(hostNetwork, "1.76", { allowHostNetwork: false }, pod, { exception: { network } }).messages;
    expect(judge(withPorts(true, { containerPort: 80, protocol: "TCP" }))).toEqual([]);
    expect(judge(withPorts(false))).toEqual([
      "The hostNetwork or hostPort are not allowed, pod: p. | Actual hostNetwork: false, hostPorts: [], " +
        'containerPorts: [] | Allowed values: {"allowHostNetwork": false} | SecurityPolicyException allowed: ' +
        'hostNetwork: true, hostPorts: [{"port": 80, "protocol": "TCP"}]',
    ]);
  });
});

describe("both", () => {
  it("never refuse a pod for a wider range", () => {
    const bound = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom("1.66", "1.76"),
        bound,
        bound,
        bound,
        fc.array(bound),
        (release, min, max, more, ports) => {
          const pod = withPorts(false, ...ports.map((hostPort) => ({ hostPort })));
          const wide = places(release, { ranges: [{ min: min - more, max: max + more }] }, pod);
          const narrow = places(release, { ranges: [{ min, max }] }, pod);
          expect(narrow).toEqual(expect.arrayContaining([...wide]));
        },
      ),
    );
  });
});
