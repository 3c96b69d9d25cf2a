import type { Value } from "../value/value.js";
import type { Definition } from "./complete-rules.js";
import type { Context } from "./context.js";
import type { Planner } from "./planner.js";

/** Chooses the definitions that can succeed, in source order. */
export type SelectDefinitions = (args: readonly Value[], context: Context) => readonly Definition[];

/** Plans the choice among definitions by the constants that they compare arguments and input with. */
export function planRuleIndex(definitions: readonly Definition[], _planner: Planner): SelectDefinitions {
  return () => definitions;
}
