import { constraintKind, PODS } from "../constraint-kind.js";
import { allowHostNetworkField } from "./allow-host-network.js";
import { allowedHostPortsField } from "./allowed-host-ports.js";
import { forbidHostNetwork166, forbidHostNetwork176 } from "./forbid-host-network.js";
import {
  type HostNetworkParameters,
  hostNetworkParameters,
  writeForbiddenNetwork,
  writeNetwork,
} from "./host-network-parameters.js";
import { matchHostNetwork } from "./match-host-network.js";

/**
 * Pods must keep off the network of their node, but for listed ports.
 *
 * Fields   spec.policies.allowHostNetwork, spec.policies.allowedHostPorts
 * Made     1.66 where allowHostNetwork is not true or ports are listed, and then it knows nothing of a network that is
 *          allowed: allowHostNetwork: true with allowedHostPorts forbids it; later where allowHostNetwork is false or ports
 *          are listed
 * No ports allowHostNetwork: false without allowedHostPorts leaves ports alone in 1.66, refuses every pod in 1.76, and in
 *          next checks nothing unless an exception lists ports
 * Excepted 1.76: network.hostPorts alone for pods off the network, with hostNetwork.allowedValue true for pods on it; the
 *          latter alone covers everything. next: what the exception says takes the place of the policy
 * Releases next names one culprit, the network before ports
 * Source   security-policy: allow-host-network
 */
export const hostNetwork = constraintKind<HostNetworkParameters>({
  name: "D8HostNetwork",
  fields: [allowHostNetworkField, allowedHostPortsField],
  objects: PODS,
  parameters: hostNetworkParameters,
  generate: { "1.66": writeForbiddenNetwork, "1.76": writeNetwork, next: writeNetwork },
  behaviours: { "1.66": forbidHostNetwork166, "1.76": forbidHostNetwork176, next: matchHostNetwork },
});
