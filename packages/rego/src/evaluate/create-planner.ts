import { planComprehension } from "./plan-comprehension.js";
import { planDataLookup } from "./plan-data.js";
import { planGroup } from "./plan-group.js";
import { planLiteral } from "./plan-literal.js";
import { Planner, type PlannerSource } from "./planner.js";

/** Makes a planner that plans all that policies consist of. */
export const createPlanner = (source: PlannerSource, observes: boolean): Planner =>
  new Planner(source, observes, {
    group: planGroup,
    literal: planLiteral,
    comprehension: planComprehension,
    dataLookup: planDataLookup,
  });
