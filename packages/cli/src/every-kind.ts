import type { EvaluateOptions as CoreEvaluateOptions, ReadOptions as CoreReadOptions } from "@ostiary/core";
import { type DeckhouseOptions, deckhouse } from "@ostiary/core/deckhouse";
import { type GatekeeperOptions, gatekeeper, validatingAdmissionPolicies } from "@ostiary/gatekeeper";
import type { EvaluateOptions } from "./evaluate.js";
import type { ReadOptions } from "./read-options.js";

/** Adds every kind of policy there is to those that are registered. What options inherit does not count. */
export const withEveryKind = (options: ReadOptions): CoreReadOptions => {
  // No options at all are for core to refuse.
  if (typeof options !== "object") return options;
  try {
    const { ofCore, ofDeckhouse, ofGatekeeper } = splitOptions(options);
    const { kinds = [] } = ofCore;
    const all = [deckhouse(ofDeckhouse), gatekeeper(ofGatekeeper), validatingAdmissionPolicies()];
    // What is no list is handed on as it is, for core to refuse.
    return { ...ofCore, kinds: [...all, ...(Array.isArray(kinds) ? kinds : [kinds])] };
  } catch {
    // A getter has thrown. Core will meet it again, and refuses.
    return options;
  }
};

/** Leaves out the options of the kinds of policies that core does not know: of policies that are read already they change nothing. */
export const withoutKinds = (options: EvaluateOptions): CoreEvaluateOptions => {
  if (typeof options !== "object") return options;
  try {
    return splitOptions(options).ofCore;
  } catch {
    // As above.
    return options;
  }
};

interface SplitOptions {
  /** All that is left, options that do not exist among them. */
  readonly ofCore: CoreEvaluateOptions;
  readonly ofDeckhouse: DeckhouseOptions;
  readonly ofGatekeeper: GatekeeperOptions;
}

/** A copy that inherits nothing. */
const bare = <Options extends object>(options: Options): Options => ({ __proto__: null, ...options });

const splitOptions = (options: EvaluateOptions): SplitOptions => {
  const own = bare(options);
  const { profile, release, installVersion, regex, gatekeeper: ofGatekeeper = {}, ...others } = own;
  const ofCore = bare(others);
  const ofDeckhouse = {
    ...(profile !== undefined && { profile }),
    ...(release !== undefined && { release }),
    ...(installVersion !== undefined && { installVersion }),
    ...(regex !== undefined && { regex }),
  };
  return { ofCore, ofDeckhouse, ofGatekeeper };
};
