import type { Suite } from "./suite.js";
import { pss } from "./suites/pss.js";
import { real } from "./suites/real.js";

/** Every suite. Another one is a file in `suites/` and a line here. */
export const SUITES: readonly Suite[] = [pss, real];
