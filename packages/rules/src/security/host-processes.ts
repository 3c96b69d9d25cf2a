import * as z from "zod/mini";
import { type ConstraintCheck, constraintKind, PODS, type PolicyValues } from "../constraint-kind.js";
import type { Json } from "../rule.js";
import { allowHostIPC, allowHostIPCField } from "./allow-host-ipc.js";
import { allowHostPID, allowHostPIDField } from "./allow-host-pid.js";
import { forbidHostNamespace, type HostNamespaceCheck, matchHostNamespace } from "./host-namespace.js";

const schema = z.looseObject({ allowHostPID: z.optional(z.boolean()), allowHostIPC: z.optional(z.boolean()) });

type Parameters = z.infer<typeof schema>;

/**
 * Pods must not share the namespaces of the processes on their node: {@link allowHostPID} and {@link allowHostIPC}.
 *
 * Made     1.66 where either is not true, and then of an allowed one it knows nothing: `allowHostPID: false` with
 *          `allowHostIPC: true` forbids both; later where either is false, and only that one is forbidden
 */
export const hostProcesses = constraintKind<Parameters>({
  name: "D8HostProcesses",
  fields: [allowHostIPCField, allowHostPIDField],
  objects: PODS,
  parameters: schema,
  generate: { "1.66": writeForbidden, "1.76": writeBoth, next: writeBoth },
  behaviours: {
    "1.66": forbidBoth,
    "1.76": forbidBoth,
    next: (parameters) => judgeBoth(parameters, matchHostNamespace),
  },
});

function writeForbidden({ allowHostPID: pid, allowHostIPC: ipc }: PolicyValues): Json | undefined {
  if (pid === true && ipc === true) return undefined;
  return { ...(pid === false && { allowHostPID: false }), ...(ipc === false && { allowHostIPC: false }) };
}

function writeBoth({ allowHostPID: pid = true, allowHostIPC: ipc = true }: PolicyValues): Json | undefined {
  return pid === false || ipc === false ? { allowHostPID: pid, allowHostIPC: ipc } : undefined;
}

function forbidBoth(parameters: Parameters): ConstraintCheck {
  return judgeBoth(parameters, forbidHostNamespace);
}

function judgeBoth({ allowHostPID: pid, allowHostIPC: ipc }: Parameters, judge: HostNamespaceCheck): ConstraintCheck {
  return (subject) =>
    [judge(allowHostPID, pid, subject), judge(allowHostIPC, ipc, subject)].filter((result) => result !== undefined);
}
