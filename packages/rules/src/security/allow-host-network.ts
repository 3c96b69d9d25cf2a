import * as z from "zod/mini";
import { always, type PolicyField } from "../constraint-kind.js";
import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";

/** `spec.policies.allowHostNetwork`: whether pods may share the node's network. */
export const allowHostNetworkField: PolicyField = { name: "allowHostNetwork", schema: always(z.boolean()) };

/** Whether a pod shares the network of its node. */
export const sharesNetwork = ({ spec }: PodView): boolean => spec.boolean("hostNetwork") === true;

/**
 * Pods must not share the network of their node.
 *
 * Field    spec.policies.allowHostNetwork: boolean; absent forbids in 1.66, restricts nothing later
 * Judges   Pods: spec.hostNetwork
 * Allowed  absent, false
 * Fix      remove `hostNetwork` and publish ports with a Service; in 1.76 the policy needs `allowedHostPorts` beside it, or it
 *          refuses every pod
 * Source   security-policy: allow-host-network
 */
export const findHostNetwork = ({ spec }: PodView): Finding => ({
  path: spec.path("hostNetwork"),
  found: spec.boolean("hostNetwork"),
});
