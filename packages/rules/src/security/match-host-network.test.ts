import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import type { Json } from "../rule.js";
import { hostNetwork } from "./host-network.js";

const FORBIDDEN = "The hostNetwork or hostPort are not allowed, pod: p | ";

const withPorts = (hostNetworkValue: unknown, ...ports: unknown[]) =>
  podWith({ hostNetwork: hostNetworkValue, containers: [{ name: "app", ports }] });

const judge = (parameters: Json, pod: unknown, network?: unknown) =>
  judgeSecurity(hostNetwork, "next", parameters, pod, { exception: { network } });

describe("matchHostNetwork", () => {
  it("checks nothing without ranges, not even the network, unless an exception lists ports", () => {
    expect(judge({ allowHostNetwork: false }, withPorts(true, { hostPort: 1 })).messages).toEqual([]);
    expect(judge({ allowHostNetwork: false }, withPorts(true), { hostPorts: [] }).messages).toEqual([
      `${FORBIDDEN}hostNetwork: true | policy allows: false`,
    ]);
  });

  it.each([
    [{ allowHostNetwork: true, ranges: [] }, withPorts(true), []],
    [{ allowHostNetwork: true, ranges: [{ min: 80 }] }, withPorts(true, { containerPort: 99 }), []],
    [{ ranges: [] }, withPorts(true, { hostPort: 1 }), ["hostNetwork: true | policy allows: false"]],
    [{ ranges: [] }, withPorts(false, { hostPort: 1, protocol: "udp" }), ["hostPorts: port 1/UDP | policy allows: []"]],
    [
      { ranges: [{ min: 80, max: 80 }] },
      withPorts(false, { hostPort: 80 }, { hostPort: 1_000_000 }),
      ['hostPorts: port 1e+06/TCP | policy allows: [{"max": 80, "min": 80}]'],
    ],
  ])("holds against %j the pod %j", (parameters, pod, texts) => {
    expect(judge(parameters, pod).messages).toEqual(texts.map((text) => FORBIDDEN + text));
  });

  it("names one port, the first in the order of Rego's set of containers, and points at all", () => {
    const pod = podWith({
      containers: [{ name: "a", image: "z", ports: [{ hostPort: 2 }] }],
      initContainers: [{ name: "b", image: "a", ports: [{ hostPort: 3 }] }],
      ephemeralContainers: [{ name: "c", image: "b", ports: [{ hostPort: 1 }] }],
    });
    expect(judge({ ranges: [] }, pod)).toMatchObject({
      messages: [`${FORBIDDEN}hostPorts: port 3/TCP | policy allows: []`],
      places: [
        "spec.initContainers[0].ports[0].hostPort: 3",
        "spec.containers[0].ports[0].hostPort: 2",
        "spec.ephemeralContainers[0].ports[0].hostPort: 1",
      ],
      results: [{ rule: "allowedHostPorts" }],
    });
  });

  it.each([
    [true, true, []],
    [true, false, ["hostNetwork: false | policy allows: true | SPE allows: true"]],
    [false, true, ["hostNetwork: true | policy allows: true | SPE allows: false"]],
    [false, undefined, []],
  ])(
    "lets what an exception says of the network, %s, take the place of the policy, for %s",
    (allowedValue, value, texts) => {
      const network = { hostNetwork: { allowedValue } };
      const { messages } = judge({ allowHostNetwork: true, ranges: [] }, withPorts(value), network);
      expect(messages).toEqual(texts.map((text) => FORBIDDEN + text));
    },
  );

  it("lets the ports that an exception lists take the place of the ranges", () => {
    const parameters = { ranges: [{ min: 1, max: 9 }] };
    const network = { hostPorts: [{ port: 80, protocol: "TCP" }] };
    expect(judge(parameters, withPorts(false, { hostPort: 80 }), network).messages).toEqual([]);
    expect(judge(parameters, withPorts(false, { hostPort: 5 }), network)).toMatchObject({
      messages: [
        `${FORBIDDEN}hostPorts: port 5/TCP | policy allows: [{"max": 9, "min": 1}] | ` +
          'SPE allows: [{"port": 80, "protocol": "TCP"}]',
      ],
      results: [{ findings: [{ found: 5, allowed: network.hostPorts }] }],
    });
  });

  it("shows no ranges where only the exception lists ports", () => {
    const network = { hostPorts: [] };
    expect(judge({}, withPorts(false, { hostPort: 5 }), network).messages).toEqual([
      `${FORBIDDEN}hostPorts: port 5/TCP | policy allows: [] | SPE allows: []`,
    ]);
  });

  it("points at the network, and at what would be right", () => {
    const findings = judge({ ranges: [] }, withPorts(true)).results[0]?.findings;
    expect(findings).toEqual([{ path: ["spec", "hostNetwork"], found: true, allowed: false }]);
  });

  it("refuses a pod just where one of its ports lies in no range", () => {
    const number = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(number), number, number, (ports, min, max) => {
        const pod = withPorts(false, ...ports.map((hostPort) => ({ hostPort })));
        const isRefused = ports.some((port) => port < min || port > max);
        expect(judge({ ranges: [{ min, max }] }, pod).results).toHaveLength(isRefused ? 1 : 0);
      }),
    );
  });
});
