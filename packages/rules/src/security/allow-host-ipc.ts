import * as z from "zod/mini";
import { always, type PolicyField } from "../constraint-kind.js";
import type { HostNamespace } from "./host-namespace.js";

/** `spec.policies.allowHostIPC`: whether pods may share the node's namespace for communication between processes. */
export const allowHostIPCField: PolicyField = { name: "allowHostIPC", schema: always(z.boolean()) };

/**
 * Pods must not talk to the processes of their node through shared memory.
 *
 * Field    spec.policies.allowHostIPC: boolean; absent forbids in 1.66, restricts nothing later
 * Judges   Pods: spec.hostIPC
 * Allowed  absent, false
 * Excepted network.hostIPC.allowedValue: true allows it in 1.76; in next the pod has to be just as the exception says,
 *          whatever the policy
 * Fix      remove `hostIPC`; containers of one pod share memory through an `emptyDir` with `medium: Memory`
 * Source   security-policy: allow-host-processes
 */
export const allowHostIPC: HostNamespace = { rule: "allowHostIPC", field: "hostIPC" };
