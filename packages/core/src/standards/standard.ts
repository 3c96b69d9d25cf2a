import { type Level, parseLevel } from "./level.js";

/** A level together with the version of the standards: `latest`, or `v1.25` and the like. */
export interface Standard {
  readonly level: Level;
  readonly version: string;
}

/** What is used for what: enforce denies, warn warns, audit records. */
export interface PodSecurityPolicy {
  readonly enforce: Standard;
  readonly audit: Standard;
  readonly warn: Standard;
}

/** The modes of Pod Security admission in the order in which Kubernetes lists them. */
export const MODES = ["enforce", "audit", "warn"] as const;

/** A mode of Pod Security admission. */
export type Mode = (typeof MODES)[number];

const VERSION = /^v1\.(0|[1-9][0-9]*)$/;
const LARGEST_INTEGER = 2n ** 63n - 1n;

/**
 * Whether a text is a version of the standards: `latest` or `v1.N`, N without leading zeros and within 64 bits.
 *
 * @source api/helpers.go, ParseVersion
 */
export const isVersion = (text: string): boolean => {
  if (text === "latest") return true;
  const minor = VERSION.exec(text)?.[1];
  // 19 digits are what a 64-bit integer has; the test also keeps BigInt from chewing on megabytes.
  return minor !== undefined && minor.length <= 19 && BigInt(minor) <= LARGEST_INTEGER;
};

/** The number of a valid version, 25 for `v1.25`; `latest` is newer than everything. */
export const versionNumber = (version: string): number =>
  version === "latest" ? Number.POSITIVE_INFINITY : Number(version.slice("v1.".length));

/** Reads a standard in words: `restricted`, which means the latest version, or `restricted:v1.30`. */
export const parseStandard = (text: string): Standard | undefined => {
  const colon = text.indexOf(":");
  const level = parseLevel(colon < 0 ? text : text.slice(0, colon));
  const version = colon < 0 ? "latest" : text.slice(colon + 1);
  return level !== undefined && isVersion(version) ? { level, version } : undefined;
};

/** Writes a standard as Kubernetes does: `restricted:latest`. */
export const formatStandard = ({ level, version }: Standard): string => `${level}:${version}`;

/** Whether two standards ask for the same: equal, or both privileged whatever the versions. */
export const isEquivalent = (one: Standard, other: Standard): boolean =>
  one.level === other.level && (one.level === "privileged" || one.version === other.version);

/** Whether a policy asks for nothing in any mode. */
export const isFullyPrivileged = (policy: PodSecurityPolicy): boolean =>
  MODES.every((mode) => policy[mode].level === "privileged");
