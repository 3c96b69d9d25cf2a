import type { Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { plural, quoteEach } from "./wording.js";

/**
 * Volumes must not reach into the node's file system.
 *
 * Fields   spec.volumes[*].hostPath
 * Allowed  absent; even an empty object is refused
 * Since    v1.0; at level restricted restrictedVolumes takes its place
 * Source   policy/check_hostPathVolumes.go
 */
export const hostPathVolumes: Control = {
  id: "hostPathVolumes",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidHostPaths, word: wordHostPaths }],
};

function forbidHostPaths(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const volume of pod.spec.objects("volumes")) {
    const hostPath = volume.optional("hostPath");
    if (hostPath !== undefined) findings.push(describe(volume, hostPath));
  }
  return findings;
}

const describe = (volume: ObjectView, hostPath: ObjectView): Finding => {
  const path = hostPath.string("path");
  const found = path === undefined ? {} : { path };
  return { path: hostPath.path(), volume: volume.string("name") ?? "", found };
};

function wordHostPaths(findings: readonly Finding[]) {
  const names = findings.map(({ volume }) => volume ?? "");
  return { reason: "hostPath volumes", detail: `${plural(names.length, "volume", "volumes")} ${quoteEach(names)}` };
}
