import type { ConstraintCheck } from "../constraint-kind.js";
import { isInRanges, MISSING_BOUND_CLOSES, type NumberRange } from "../language/number-range.js";
import { printValue } from "../language/print-value.js";
import type { Finding, RuleResult } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { allowHostNetworkField, findHostNetwork, sharesNetwork } from "./allow-host-network.js";
import { allowedHostPortsField, findPort, type Port, readPorts, sortContainers } from "./allowed-host-ports.js";
import { checkedPorts, coversNetwork176, readNetworkException, wordNetwork176 } from "./host-network-exception.js";
import { describeRanges, type HostNetworkParameters, printNetwork } from "./host-network-parameters.js";

const forbiddenNetwork = (pod: PodView, allowed: boolean | undefined): readonly Finding[] =>
  sharesNetwork(pod) && allowed !== true ? [{ ...findHostNetwork(pod), allowed: false }] : [];

const outside = (ports: readonly Port[], ranges: readonly NumberRange[]): readonly Finding[] =>
  ports
    .filter(({ number }) => !isInRanges(number, ranges, MISSING_BOUND_CLOSES))
    .map((port) => findPort(port, describeRanges(ranges)));

const report = (network: readonly Finding[], ports: readonly Finding[], message: string): RuleResult => ({
  rule: network.length > 0 ? allowHostNetworkField.name : allowedHostPortsField.name,
  message,
  findings: [...network, ...ports],
});

/** 1.66: without ranges ports do not matter. */
export const forbidHostNetwork166 = (parameters: HostNetworkParameters): ConstraintCheck => {
  const { allowHostNetwork: allowed, ranges } = parameters;
  const values = printNetwork(parameters);
  return ({ pod, name }) => {
    const network = forbiddenNetwork(pod, allowed);
    const ports = ranges === undefined ? [] : outside(readPorts(pod.containers, "hostPort"), ranges);
    if (network.length + ports.length === 0) return [];
    const what = `The specified hostNetwork and/or hostPort are not allowed, pod: ${name}`;
    return [report(network, ports, `${what}. Allowed values: ${values}`)];
  };
};

/** 1.76: without ranges no pod passes, ports or not. */
export const forbidHostNetwork176 = (parameters: HostNetworkParameters): ConstraintCheck => {
  const { allowHostNetwork: allowed, ranges } = parameters;
  const values = printNetwork(parameters);
  return (subject) => {
    const { pod, name } = subject;
    const network = ranges === undefined ? [findHostNetwork(pod)] : forbiddenNetwork(pod, allowed);
    const ports = ranges === undefined ? [] : outside(checkedPorts(pod), ranges);
    if (network.length + ports.length === 0) return [];
    const exception = readNetworkException(subject.exception());
    if (coversNetwork176(exception, pod)) return [];
    const what = `The hostNetwork or hostPort are not allowed, pod: ${name}. | Actual ${describeNetwork(pod)}`;
    return [report(network, ports, `${what} | Allowed values: ${values}${wordNetwork176(exception)}`)];
  };
};

const describeNetwork = (pod: PodView): string => {
  const containers = sortContainers(pod.containers);
  const list = (field: Port["field"]) => {
    const numbers = readPorts(containers, field).map(({ number }) => number);
    return printValue(numbers, "float");
  };
  return `hostNetwork: ${sharesNetwork(pod)}, hostPorts: ${list("hostPort")}, containerPorts: ${list("containerPort")}`;
};
