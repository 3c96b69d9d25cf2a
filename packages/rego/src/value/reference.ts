/**
 * The release of OPA whose answers are given where releases differ: `1.17` is the one inside Gatekeeper, `1.22` is exact
 * on integers of any size and words some errors anew.
 */
export type Reference = "1.17" | "1.22";

/** The release that decides unless a host asks for another. */
export const defaultReference: Reference = "1.17";
