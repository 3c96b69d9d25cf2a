import { sortedSet } from "../language/byte-order.js";
import { goQuote } from "../language/go-quote.js";
import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { foundValues, nameSetters, plural, quoteEach } from "./wording.js";

const PREFIX = "container.apparmor.security.beta.kubernetes.io/";
const ALLOWED_TYPES: readonly string[] = ["RuntimeDefault", "Localhost"];
const ALLOWED_ANNOTATIONS: readonly string[] = ["", "runtime/default", "localhost/*"];

/**
 * AppArmor must not be switched off or replaced: pods run under the runtime's profile or one loaded on the node.
 *
 * Fields   spec.securityContext.appArmorProfile.type
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.appArmorProfile.type
 *          metadata.annotations[container.apparmor.security.beta.kubernetes.io/*], also for containers that do not exist
 * Allowed  no profile object; types RuntimeDefault, Localhost; annotations empty, runtime/default, localhost/*
 * Inherits nothing: a good container does not excuse a bad pod
 * Since    v1.0
 * Source   policy/check_appArmorProfile.go
 */
export const appArmorProfile: Control = {
  id: "appArmorProfile",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidAppArmorProfiles, word: wordAppArmorProfiles }],
};

function forbidAppArmorProfiles(pod: PodView): readonly Finding[] {
  const findings = forbidFields(pod);
  return pod.annotations.size === 0 ? findings : [...findings, ...forbidAnnotations(pod)];
}

function forbidFields(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.securityContexts) {
    const profile = securityContext.optional("appArmorProfile");
    if (profile === undefined) continue;
    const found = profile.string("type") ?? "";
    if (ALLOWED_TYPES.includes(found)) continue;
    findings.push({ path: profile.path("type"), ...(ref && { container: ref }), found, allowed: ALLOWED_TYPES });
  }
  return findings;
}

function forbidAnnotations(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [key, found] of pod.annotations) {
    if (!key.startsWith(PREFIX) || isAllowedAnnotation(found)) continue;
    findings.push({ path: pod.metadata.path("annotations", key), found, allowed: ALLOWED_ANNOTATIONS });
  }
  return findings;
}

const isAllowedAnnotation = (value: string): boolean =>
  value === "" || value === "runtime/default" || value.startsWith("localhost/");

function wordAppArmorProfiles(findings: readonly Finding[]) {
  const fields = findings.filter(({ path }) => path.at(-2) === "appArmorProfile");
  const annotations = findings.filter(({ path }) => path.at(-2) === "annotations");
  const assignments = sortedSet(annotations.map(({ path, found }) => `${path.at(-1)}=${goQuote(String(found))}`));
  const values = [...foundValues(fields), ...assignments];
  const setters = fields.length > 0 ? [nameSetters(fields)] : [];
  if (annotations.length > 0) setters.push(plural(annotations.length, "annotation", "annotations"));
  return {
    reason: plural(values.length, "forbidden AppArmor profile", "forbidden AppArmor profiles"),
    detail: `${setters.join(" and ")} must not set AppArmor profile type to ${quoteEach(values)}`,
  };
}
