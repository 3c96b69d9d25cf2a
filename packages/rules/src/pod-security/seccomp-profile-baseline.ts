import { sortedSet } from "../language/byte-order.js";
import { goQuote } from "../language/go-quote.js";
import type { ContainerRef, Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { foundValues, nameSetters, plural, quoteEach } from "./wording.js";

const POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";
const CONTAINER_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";
const ALLOWED_ANNOTATIONS: readonly string[] = ["runtime/default", "docker/default", "localhost/*"];

/** The seccomp types that keep a filter in place. */
export const ALLOWED_SECCOMP_TYPES: readonly string[] = ["RuntimeDefault", "Localhost"];

/**
 * Seccomp must not be switched off explicitly.
 *
 * Fields   v1.0 to v1.18: metadata.annotations[seccomp.security.alpha.kubernetes.io/pod] and
 *          metadata.annotations[container.seccomp.security.alpha.kubernetes.io/*] for containers that exist
 *          v1.19 on: spec.securityContext.seccompProfile.type and
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.seccompProfile.type
 * Allowed  annotations absent, runtime/default, docker/default, localhost/*; no profile object; types RuntimeDefault,
 *          Localhost
 * Inherits nothing: a good container does not excuse a bad pod
 * Since    v1.0; at level restricted seccompProfile_restricted takes its place from v1.19 on
 * Source   policy/check_seccompProfile_baseline.go
 */
export const seccompProfileBaseline: Control = {
  id: "seccompProfile_baseline",
  level: "baseline",
  behaviours: [
    { since: 0, find: forbidAnnotations, word: wordAnnotations },
    { since: 19, find: forbidTypes, word: wordTypes },
  ],
};

function forbidAnnotations(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  const judge = (key: string, container?: ContainerRef): void => {
    const found = pod.annotations.get(key);
    if (found === undefined || isAllowedAnnotation(found)) return;
    const path = pod.metadata.path("annotations", key);
    findings.push({ path, ...(container && { container }), found, allowed: ALLOWED_ANNOTATIONS });
  };
  judge(POD_ANNOTATION);
  for (const { ref } of pod.containers) judge(CONTAINER_ANNOTATION + ref.name, ref);
  return findings;
}

const isAllowedAnnotation = (value: string): boolean =>
  value === "runtime/default" || value === "docker/default" || value.startsWith("localhost/");

function wordAnnotations(findings: readonly Finding[]) {
  const assignments = sortedSet(findings.map(({ path, found }) => `${path.at(-1)}=${goQuote(String(found))}`));
  const annotations = plural(assignments.length, "annotation", "annotations");
  return { reason: "seccompProfile", detail: `forbidden ${annotations} ${assignments.join(", ")}` };
}

/** Finds seccomp profiles whose type leaves the pod or a container without a filter. */
function forbidTypes(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.securityContexts) {
    const profile = securityContext.optional("seccompProfile");
    if (profile !== undefined) forbidType(profile, ref, findings);
  }
  return findings;
}

/** Judges one profile, the pod's or a container's. */
export function forbidType(profile: ObjectView, container: ContainerRef | undefined, findings: Finding[]): void {
  const found = profile.string("type") ?? "";
  if (ALLOWED_SECCOMP_TYPES.includes(found)) return;
  const path = profile.path("type");
  findings.push({ path, ...(container && { container }), found, allowed: ALLOWED_SECCOMP_TYPES });
}

/** Words what {@link forbidType} found. */
export function wordTypes(findings: readonly Finding[]) {
  const types = quoteEach(foundValues(findings));
  return {
    reason: "seccompProfile",
    detail: `${nameSetters(findings)} must not set securityContext.seccompProfile.type to ${types}`,
  };
}
