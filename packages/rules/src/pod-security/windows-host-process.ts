import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { nameSetters } from "./wording.js";

/**
 * Windows pods must not run as processes of their host.
 *
 * Fields   spec.securityContext.windowsOptions.hostProcess
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.windowsOptions.hostProcess
 * Allowed  absent, false
 * Inherits nothing: a good container does not excuse a bad pod
 * Since    v1.0
 * Source   policy/check_windowsHostProcess.go
 */
export const windowsHostProcess: Control = {
  id: "windowsHostProcess",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidHostProcess, word: wordHostProcess }],
};

function forbidHostProcess(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.securityContexts) {
    const options = securityContext.optional("windowsOptions");
    if (options?.boolean("hostProcess") !== true) continue;
    findings.push({ path: options.path("hostProcess"), ...(ref && { container: ref }), found: true, allowed: false });
  }
  return findings;
}

function wordHostProcess(findings: readonly Finding[]) {
  const detail = `${nameSetters(findings)} must not set securityContext.windowsOptions.hostProcess=true`;
  return { reason: "hostProcess", detail };
}
