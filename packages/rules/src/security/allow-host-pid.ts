import * as z from "zod/mini";
import { always, type PolicyField } from "../constraint-kind.js";
import type { HostNamespace } from "./host-namespace.js";

/** `spec.policies.allowHostPID`: whether pods may share the node's process namespace. */
export const allowHostPIDField: PolicyField = { name: "allowHostPID", schema: always(z.boolean()) };

/**
 * Pods must not see the processes of their node.
 *
 * Field    spec.policies.allowHostPID: boolean; absent forbids in 1.66, restricts nothing later
 * Judges   Pods: spec.hostPID
 * Allowed  absent, false
 * Excepted network.hostPID.allowedValue: true allows it in 1.76; in next the pod has to be just as the exception says,
 *          whatever the policy
 * Fix      remove `hostPID`; containers of one pod see each other's processes with `shareProcessNamespace: true`
 * Source   security-policy: allow-host-processes
 */
export const allowHostPID: HostNamespace = { rule: "allowHostPID", field: "hostPID" };
