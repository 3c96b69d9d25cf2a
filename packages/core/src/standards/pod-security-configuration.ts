import type { ObjectView } from "@ostiary/rules";
import { LEVELS, parseLevel } from "./level.js";
import { isVersion, MODES, type Mode, type PodSecurityPolicy, type Standard } from "./standard.js";

/** Whom Pod Security admission leaves alone; every name exact, none empty. */
export interface Exemptions {
  readonly usernames: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  readonly runtimeClasses: ReadonlySet<string>;
}

/** A `PodSecurityConfiguration` as read. */
export interface PodSecurityConfiguration {
  readonly defaults: PodSecurityPolicy;
  readonly exemptions: Exemptions;
}

/** Something in a configuration that Kubernetes would refuse to start with. */
export interface ConfigurationFault {
  readonly path: readonly (string | number)[];
  /** One line for people. */
  readonly message: string;
}

/** The group of `PodSecurityConfiguration`, and its versions: all say the same. */
export const CONFIGURATION_GROUP = "pod-security.admission.config.k8s.io";
export const CONFIGURATION_VERSIONS: readonly string[] = ["v1", "v1beta1", "v1alpha1"];

const PRIVILEGED: Standard = { level: "privileged", version: "latest" };

/** What holds without any configuration: nothing is asked, nobody is exempt. */
export const NO_CONFIGURATION: PodSecurityConfiguration = {
  defaults: { enforce: PRIVILEGED, audit: PRIVILEGED, warn: PRIVILEGED },
  exemptions: { usernames: new Set(), namespaces: new Set(), runtimeClasses: new Set() },
};

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What each list of exemptions may hold. */
const EXEMPTION_CHECKS: Readonly<Record<keyof Exemptions, readonly [RegExp, string]>> = {
  usernames: [/./s, "username must not be empty"],
  namespaces: [DNS_LABEL, "must be a DNS label: lower case letters, digits and `-`, at most 63"],
  runtimeClasses: [DNS_SUBDOMAIN, "must be a DNS subdomain: lower case letters, digits, `-` and `.`, at most 253"],
};

const FIELDS: readonly string[] = ["apiVersion", "kind", "defaults", "exemptions"];
const DEFAULT_FIELDS: readonly string[] = MODES.flatMap((mode) => [mode, `${mode}-version`]);
const EXEMPTION_FIELDS: readonly string[] = Object.keys(EXEMPTION_CHECKS);

/**
 * Reads a `PodSecurityConfiguration`. Wrong types are left in the view's reading; everything else that Kubernetes
 * refuses is a fault, and then reads as if it were absent.
 *
 * @source admission/api/{load,validation}
 */
export const readConfiguration = (view: ObjectView, faults: ConfigurationFault[]): PodSecurityConfiguration => {
  const defaults = view.object("defaults");
  const exemptions = view.object("exemptions");
  refuseUnknown(view, FIELDS, faults);
  refuseUnknown(defaults, DEFAULT_FIELDS, faults);
  refuseUnknown(exemptions, EXEMPTION_FIELDS, faults);
  const standard = (mode: Mode): Standard => readDefault(defaults, mode, faults);
  const list = (name: keyof Exemptions): ReadonlySet<string> => readExemptions(exemptions, name, faults);
  return {
    defaults: { enforce: standard("enforce"), audit: standard("audit"), warn: standard("warn") },
    exemptions: {
      usernames: list("usernames"),
      namespaces: list("namespaces"),
      runtimeClasses: list("runtimeClasses"),
    },
  };
};

const refuseUnknown = (view: ObjectView, known: readonly string[], faults: ConfigurationFault[]): void => {
  for (const name of view.names()) {
    if (known.includes(name)) continue;
    faults.push({ path: view.path(name), message: `unknown field \`${name}\`: expected one of ${known.join(", ")}` });
  }
};

const readDefault = (defaults: ObjectView, mode: Mode, faults: ConfigurationFault[]): Standard => {
  const level = defaults.string(mode) || "privileged";
  const version = defaults.string(`${mode}-version`) || "latest";
  const parsed = parseLevel(level);
  if (parsed === undefined) {
    faults.push({ path: defaults.path(mode), message: `must be one of ${LEVELS.join(", ")}, not \`${level}\`` });
  }
  if (!isVersion(version)) {
    faults.push({ path: defaults.path(`${mode}-version`), message: `must be "latest" or "v1.x", not \`${version}\`` });
  }
  // A default that cannot be read must not open what it was meant to close.
  return { level: parsed ?? "restricted", version: isVersion(version) ? version : "latest" };
};

const readExemptions = (
  exemptions: ObjectView,
  name: keyof Exemptions,
  faults: ConfigurationFault[],
): ReadonlySet<string> => {
  const [pattern, expectation] = EXEMPTION_CHECKS[name];
  const exempt = new Set<string>();
  for (const [index, entry] of exemptions.strings(name).entries()) {
    const path = exemptions.path(name, index);
    if (!pattern.test(entry)) faults.push({ path, message: `${expectation}: \`${entry}\`` });
    else if (exempt.has(entry)) faults.push({ path, message: `duplicate value: \`${entry}\`` });
    else exempt.add(entry);
  }
  return exempt;
};
