/**
 * The states of Deckhouse's admission-policy-engine whose behaviour is known: v1.66.0, v1.76.2, and branch main of
 * 6 August 2026. A further one is a further column of the tables that are indexed by it.
 */
export const RELEASES = ["1.66", "1.76", "next"] as const;

/** A state of Deckhouse's admission-policy-engine. */
export type Release = (typeof RELEASES)[number];

/** The newest released state. */
export const DEFAULT_RELEASE: Release = "1.76";

/** What differs from release to release: one column for each; `undefined` where a release does not have it. */
export type PerRelease<Value> = Readonly<Record<Release, Value>>;
