import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { ObjectView } from "../subject/object-view.js";
import { viewPod } from "../subject/pod-view.js";
import { Reading } from "../subject/reading.js";
import {
  checkedPorts,
  coversNetwork176,
  isListedByNext,
  protocolOf,
  readNetworkException,
  wordNetwork176,
} from "./host-network-exception.js";

const exception = (network: unknown) => readNetworkException(ObjectView.root(new Reading(), { network }, []));
const pod = (hostNetwork: boolean, ...ports: unknown[]) =>
  viewPod(podWith({ hostNetwork, containers: [{ name: "app", ports }] }));
const HTTP = { port: 80, protocol: "TCP" };
const ON = { hostNetwork: { allowedValue: true } };
const OFF = { hostNetwork: { allowedValue: false } };

describe("readNetworkException", () => {
  it("tells an exception that says nothing from one that lists nothing", () => {
    expect(exception(undefined)).toEqual({ allowed: undefined, ports: undefined, list: undefined });
    expect(exception({ ...OFF, hostPorts: [] })).toEqual({ allowed: false, ports: [], list: [] });
  });
});

describe("checkedPorts", () => {
  it("holds container ports of pods on the network only", () => {
    const numbers = (hostNetwork: boolean) =>
      checkedPorts(pod(hostNetwork, { containerPort: 1, hostPort: 2 }, { hostPort: 3 })).map(({ number }) => number);
    expect(numbers(false)).toEqual([2, 3]);
    expect(numbers(true)).toEqual([2, 3, 1]);
  });
});

describe("coversNetwork176", () => {
  it.each([
    ["nothing", {}, pod(false), false],
    ["a network that is not allowed", OFF, pod(false), false],
    ["a network without ports, whatever the pod does", ON, pod(true, { hostPort: 1, protocol: "UDP" }), true],
    [
      "ports alone, of a pod off the network",
      { hostPorts: [HTTP] },
      pod(false, { hostPort: 80, protocol: "TCP" }),
      true,
    ],
    ["ports alone, of a pod on the network", { hostPorts: [HTTP] }, pod(true), false],
    ["no port, of a pod without any", { hostPorts: [] }, pod(false), true],
    ["another port", { hostPorts: [HTTP] }, pod(false, { hostPort: 81, protocol: "TCP" }), false],
    ["another protocol", { hostPorts: [HTTP] }, pod(false, { hostPort: 80, protocol: "UDP" }), false],
    ["a protocol in small letters", { hostPorts: [HTTP] }, pod(false, { hostPort: 80, protocol: "tcp" }), false],
    ["a port without a protocol, which is not looked at", { hostPorts: [] }, pod(false, { hostPort: 80 }), true],
    ["network and ports", { ...ON, hostPorts: [HTTP] }, pod(true, { containerPort: 80, protocol: "TCP" }), true],
    [
      "network and ports, not the container's",
      { ...ON, hostPorts: [HTTP] },
      pod(true, { containerPort: 1, protocol: "TCP" }),
      false,
    ],
    ["network and ports, of a pod off the network", { ...ON, hostPorts: [HTTP] }, pod(false), false],
    ["ports and a network that is not allowed", { ...OFF, hostPorts: [HTTP] }, pod(false), false],
  ])("takes an exception with %s", (_what, network, view, isCovered) => {
    expect(coversNetwork176(exception(network), view)).toBe(isCovered);
  });
});

describe("wordNetwork176", () => {
  it("shows an exception that allows the network and lists ports", () => {
    const allowed = `hostNetwork: true, hostPorts: [{"port": 80, "protocol": "TCP"}]`;
    expect(wordNetwork176(exception({ ...ON, hostPorts: [HTTP] }))).toBe(
      ` | SecurityPolicyException allowed: ${allowed}`,
    );
    expect(wordNetwork176(exception(ON))).toBe("");
    expect(wordNetwork176(exception({ hostPorts: [HTTP] }))).toBe("");
    expect(wordNetwork176(exception({ ...OFF, hostPorts: [HTTP] }))).toBe("");
  });
});

describe("isListedByNext", () => {
  it.each([
    [{ hostPort: 80 }, true],
    [{ hostPort: 80, protocol: "tcp" }, true],
    [{ hostPort: 80, protocol: "UDP" }, false],
    [{ hostPort: 8, protocol: "TCP" }, false],
  ])("judges %j", (entry, isListed) => {
    const [port] = checkedPorts(pod(false, entry));
    const { ports = [] } = exception({ hostPorts: [HTTP] });
    expect(port && isListedByNext(port, ports)).toBe(isListed);
    expect(port && isListedByNext(port, [])).toBe(false);
  });
});

describe("protocolOf", () => {
  it("is TCP where nothing is said", () => {
    expect(protocolOf(ObjectView.root(new Reading(), {}, []))).toBe("TCP");
    expect(protocolOf(ObjectView.root(new Reading(), { protocol: "udp" }, []))).toBe("UDP");
  });
});
