import type { ConstraintCheck, ConstraintSubject } from "../constraint-kind.js";
import { isInRanges, MISSING_BOUND_OPENS } from "../language/number-range.js";
import { printValue } from "../language/print-value.js";
import type { RuleResult } from "../rule.js";
import { allowHostNetworkField, findHostNetwork, sharesNetwork } from "./allow-host-network.js";
import { allowedHostPortsField, findPort, type Port, sortContainers } from "./allowed-host-ports.js";
import { speAllows } from "./exception-value.js";
import {
  checkedPorts,
  isListedByNext,
  type NetworkException,
  protocolOf,
  readNetworkException,
} from "./host-network-exception.js";
import { describeRanges, type HostNetworkParameters } from "./host-network-parameters.js";

const FORBIDDEN = "The hostNetwork or hostPort are not allowed, pod: ";

/**
 * Release next: what an exception says takes the place of the policy. Without ranges nothing is checked, not even the network,
 * unless an exception lists ports.
 */
export const matchHostNetwork =
  ({ allowHostNetwork: allowed = false, ranges }: HostNetworkParameters): ConstraintCheck =>
  (subject) => {
    const exception = readNetworkException(subject.exception());
    if (ranges === undefined && exception.ports === undefined) return [];
    const result = matchNetwork(subject, allowed, exception) ?? matchPorts(subject, ranges ?? [], exception);
    return result === undefined ? [] : [result];
  };

const matchNetwork = (
  { pod, name }: ConstraintSubject,
  allowed: boolean,
  exception: NetworkException,
): RuleResult | undefined => {
  const shares = sharesNetwork(pod);
  const isAllowed = exception.allowed === undefined ? !shares || allowed : shares === exception.allowed;
  if (isAllowed) return undefined;
  const policy = `hostNetwork: ${shares} | policy allows: ${allowed}`;
  return {
    rule: allowHostNetworkField.name,
    message: `${FORBIDDEN}${name} | ${policy}${speAllows(exception.allowed)}`,
    findings: [{ ...findHostNetwork(pod), allowed: !shares }],
  };
};

type Ranges = NonNullable<HostNetworkParameters["ranges"]>;

const matchPorts = (
  { pod, name }: ConstraintSubject,
  ranges: Ranges,
  { ports, list }: NetworkException,
): RuleResult | undefined => {
  const isCulprit = (port: Port): boolean =>
    ports === undefined ? !isInRanges(port.number, ranges, MISSING_BOUND_OPENS) : !isListedByNext(port, ports);
  const culprits = checkedPorts(pod).filter(isCulprit);
  if (culprits.length === 0) return undefined;
  const named = checkedPorts(pod, sortContainers(pod.containers)).filter(isCulprit).map(namePort);
  const policy = `policy allows: ${printValue(describeRanges(ranges), "exact")}${speAllows(list)}`;
  return {
    rule: allowedHostPortsField.name,
    message: `${FORBIDDEN}${name} | hostPorts: ${named.slice(0, 1).join("")} | ${policy}`,
    findings: culprits.map((port) => findPort(port, list ?? describeRanges(ranges))),
  };
};

const namePort = ({ entry, number }: Port): string => `port ${printValue(number, "float")}/${protocolOf(entry)}`;
