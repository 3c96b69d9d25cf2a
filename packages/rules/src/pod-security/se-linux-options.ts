import type { Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView, SecurityContextHolder } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { foundValues, nameSetters, plural, quoteEach } from "./wording.js";

const TYPES: readonly string[] = ["", "container_t", "container_init_t", "container_kvm_t"];
const TYPES_WITH_ENGINE: readonly string[] = [...TYPES, "container_engine_t"];
const EMPTY_FIELDS = ["user", "role"] as const;

/**
 * SELinux may confine containers only by the types made for containers; a user or role of its own is not for pods.
 *
 * Fields   spec.securityContext.seLinuxOptions.{type,user,role}
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.seLinuxOptions.{type,user,role}
 * Allowed  type empty, container_t, container_init_t, container_kvm_t, from v1.31 on container_engine_t; user and role
 *          empty; level is free
 * Inherits nothing: a good container does not excuse a bad pod
 * Since    v1.0; container_engine_t v1.31
 * Source   policy/check_seLinuxOptions.go
 */
export const seLinuxOptions: Control = {
  id: "seLinuxOptions",
  level: "baseline",
  behaviours: [
    { since: 0, find: (pod) => forbidOptions(pod, TYPES), word: wordOptions },
    { since: 31, find: (pod) => forbidOptions(pod, TYPES_WITH_ENGINE), word: wordOptions },
  ],
};

function forbidOptions(pod: PodView, allowedTypes: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const holder of pod.securityContexts) {
    const options = holder.securityContext.optional("seLinuxOptions");
    if (options !== undefined) findings.push(...judge(options, holder, allowedTypes));
  }
  return findings;
}

function judge(options: ObjectView, { ref }: SecurityContextHolder, allowedTypes: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const container = ref && { container: ref };
  const type = options.string("type") ?? "";
  if (!allowedTypes.includes(type)) {
    findings.push({ path: options.path("type"), ...container, found: type, allowed: allowedTypes });
  }
  for (const field of EMPTY_FIELDS) {
    const found = options.string(field) ?? "";
    if (found !== "") findings.push({ path: options.path(field), ...container, found, allowed: "" });
  }
  return findings;
}

function wordOptions(findings: readonly Finding[]) {
  const of = (field: string) => findings.filter(({ path }) => path.at(-1) === field);
  const types = foundValues(of("type"));
  const parts: string[] = [];
  if (types.length > 0) parts.push(`${plural(types.length, "type", "types")} ${quoteEach(types)}`);
  for (const field of EMPTY_FIELDS) if (of(field).length > 0) parts.push(`${field} may not be set`);
  return {
    reason: "seLinuxOptions",
    detail: `${nameSetters(findings)} set forbidden securityContext.seLinuxOptions: ${parts.join("; ")}`,
  };
}
