import type { Settings } from "../src/admission/weighing.js";
import { NO_CONFIGURATION } from "../src/standards/pod-security-configuration.js";
import { preparePodSecurityStandards } from "../src/standards/pod-security-standards.js";

/** Settings of a server without configuration, but for what is changed. */
export const makeSettings = (changed: Partial<Settings> = {}): Settings => ({
  ...NO_CONFIGURATION,
  forced: {},
  rulesOf: preparePodSecurityStandards({ emulatedVersion: Number.POSITIVE_INFINITY, userNamespaceGate: false }),
  ...changed,
});

/** Exemptions in short. */
export const exempting = (changed: {
  readonly usernames?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly runtimeClasses?: readonly string[];
}): Pick<Settings, "exemptions"> => ({
  exemptions: {
    usernames: new Set(changed.usernames),
    namespaces: new Set(changed.namespaces),
    runtimeClasses: new Set(changed.runtimeClasses),
  },
});
