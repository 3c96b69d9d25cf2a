import { deckhouse } from "@ostiary/core/deckhouse";
import { gatekeeper, validatingAdmissionPolicies } from "@ostiary/gatekeeper";
import type { ReadOptions } from "./read-options.js";

/** Adds every kind of policy there is to those that are registered. What options inherit does not count. */
export const withEveryKind = <Options extends ReadOptions>(options: Options): Options => {
  try {
    const own = { __proto__: null, ...options };
    const { kinds = [], gatekeeper: ofGatekeeper = {} } = own;
    const all = [deckhouse(own), gatekeeper(ofGatekeeper), validatingAdmissionPolicies()];
    // What is no list is handed on as it is, for core to refuse.
    return { ...own, kinds: [...all, ...(Array.isArray(kinds) ? kinds : [kinds])] };
  } catch {
    // A getter has thrown. Core will meet it again, and refuses.
    return options;
  }
};
