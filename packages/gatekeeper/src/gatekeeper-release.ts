/** Releases of Gatekeeper that differ from each other, oldest first. The last one stands for all later ones too. */
export const GATEKEEPER_RELEASES = [
  "3.13",
  "3.14",
  "3.15",
  "3.16",
  "3.17",
  "3.18",
  "3.19",
  "3.20",
  "3.21",
  "3.22",
  "3.23",
] as const;

export type GatekeeperRelease = (typeof GATEKEEPER_RELEASES)[number];

/** The release whose behaviour is given when nobody says otherwise. */
export const NEWEST_RELEASE: GatekeeperRelease = "3.23";

/** Whether a release is not older than another one. */
export const isSince = (release: GatekeeperRelease, first: GatekeeperRelease): boolean =>
  GATEKEEPER_RELEASES.indexOf(release) >= GATEKEEPER_RELEASES.indexOf(first);
