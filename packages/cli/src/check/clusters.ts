import type { DeckhouseOptions } from "@ostiary/core/deckhouse";

/** Whose clusters there are. */
export const PROFILES = ["kubernetes", "deckhouse"] as const satisfies readonly DeckhouseOptions["profile"][];

/** The states of Deckhouse that are known. Written out here, so that nobody has to load its rules to learn their names. */
export const RELEASES = ["1.66", "1.76", "next"] as const satisfies readonly DeckhouseOptions["release"][];
