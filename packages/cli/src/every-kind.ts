import { deckhouse } from "@ostiary/core/deckhouse";
import type { ReadOptions } from "./read-policies.js";

/** Adds every kind of policy there is to those that are registered. What options inherit does not count. */
export const withEveryKind = <Options extends ReadOptions>(options: Options): Options => {
  const own = { __proto__: null, ...options };
  return { ...own, kinds: [deckhouse(own), ...(own.kinds ?? [])] };
};
