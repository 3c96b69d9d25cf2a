import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";
import { sharesNetwork } from "./allow-host-network.js";
import { type Port, readPorts } from "./allowed-host-ports.js";

/** What an exception says of the network. */
export interface NetworkException {
  /** Whether the pod may share the node's network; `undefined` where nothing is said. */
  readonly allowed: boolean | undefined;
  /** The ports of the node that it may use; `undefined` where nothing is said. */
  readonly ports: readonly ObjectView[] | undefined;
  /** The ports as written. */
  readonly list: Json | undefined;
}

/** Reads `spec.network` of an exception. */
export const readNetworkException = (exception: ObjectView): NetworkException => {
  const network = exception.object("network");
  const list = network.raw("hostPorts");
  return {
    allowed: network.object("hostNetwork").boolean("allowedValue"),
    ports: list === undefined ? undefined : network.objects("hostPorts"),
    list,
  };
};

/** The ports that are looked at from 1.76 on. */
export const checkedPorts = (pod: PodView, containers = pod.containers): readonly Port[] => {
  const hostPorts = readPorts(containers, "hostPort");
  return sharesNetwork(pod) ? [...hostPorts, ...readPorts(containers, "containerPort")] : hostPorts;
};

/**
 * Whether an exception covers a pod in 1.76. One that allows the network without listing ports covers everything: the message
 * could not be built. One that lists ports covers pods that share the network if it says that they may, and pods that do not
 * if it does not speak of it.
 */
export const coversNetwork176 = ({ allowed, ports }: NetworkException, pod: PodView): boolean => {
  if (ports === undefined) return allowed === true;
  if (allowed === false || sharesNetwork(pod) !== (allowed === true)) return false;
  return checkedPorts(pod).every((port) => isListed176(port, ports));
};

/** Port and protocol have to be listed; a port without a protocol is not looked at. */
const isListed176 = ({ entry, number }: Port, listed: readonly ObjectView[]): boolean => {
  const protocol = entry.string("protocol");
  return protocol === undefined || listed.some((other) => hasPort(other, number) && other.raw("protocol") === protocol);
};

const hasPort = (listed: ObjectView, number: number | bigint): boolean => listed.integer("port", 64) === number;

/** How 1.76 words what an exception allows. */
export const wordNetwork176 = ({ allowed, list }: NetworkException): string => {
  if (allowed !== true || list === undefined) return "";
  return ` | SecurityPolicyException allowed: hostNetwork: true, hostPorts: ${printValue(list, "float")}`;
};

/** The protocol of a port, in capitals; TCP where it is not said. */
export const protocolOf = (entry: ObjectView): string => (entry.string("protocol") ?? "TCP").toUpperCase();

/** Whether an exception lists a port in release next: number and protocol, which is TCP where it is not said. */
export const isListedByNext = ({ entry, number }: Port, listed: readonly ObjectView[]): boolean =>
  listed.some((other) => hasPort(other, number) && protocolOf(other) === protocolOf(entry));
