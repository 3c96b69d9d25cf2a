import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { type Control, exceptOnWindows } from "./control.js";
import { ALLOWED_SECCOMP_TYPES, forbidType, wordTypes } from "./seccomp-profile-baseline.js";
import { containerNames, nameContainers } from "./wording.js";

/**
 * A seccomp filter must be in force in every container.
 *
 * Fields   spec.securityContext.seccompProfile.type
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.seccompProfile.type
 * Allowed  RuntimeDefault, Localhost
 * Inherits a container without a profile has the pod's; explicit failures hide missing profiles
 * Since    v1.19; from v1.25 on not asked of pods whose spec.os.name is windows
 * Replaces seccompProfile_baseline, also for the pods that it does not look at
 * Source   policy/check_seccompProfile_restricted.go
 */
export const seccompProfileRestricted: Control = {
  id: "seccompProfile_restricted",
  level: "restricted",
  overrides: "seccompProfile_baseline",
  behaviours: [
    { since: 19, find: requireSeccompProfile, word: wordSeccompProfile },
    { since: 25, find: exceptOnWindows(requireSeccompProfile), word: wordSeccompProfile },
  ],
};

function requireSeccompProfile(pod: PodView): readonly Finding[] {
  const explicit: Finding[] = [];
  const missing: Finding[] = [];
  const inherited = pod.securityContext.object("seccompProfile");
  if (inherited.present) forbidType(inherited, undefined, explicit);
  for (const { securityContext, ref } of pod.containers) {
    const profile = securityContext.object("seccompProfile");
    if (profile.present) forbidType(profile, ref, explicit);
    else if (inherited.present) profile.noteInherited("type", inherited);
    else missing.push({ path: profile.path("type"), container: ref, found: undefined, allowed: ALLOWED_SECCOMP_TYPES });
  }
  return explicit.length > 0 ? explicit : missing;
}

function wordSeccompProfile(findings: readonly Finding[]) {
  if (findings.some(({ found }) => found !== undefined)) return wordTypes(findings);
  const containers = nameContainers(containerNames(findings));
  return {
    reason: "seccompProfile",
    detail: `pod or ${containers} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  };
}
