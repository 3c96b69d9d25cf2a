import { regoSuite } from "./rego/rego.js";
import type { Suite } from "./suite.js";
import { deckhouse } from "./suites/deckhouse.js";
import { gatekeeper } from "./suites/gatekeeper.js";
import { gatekeeperLibrary } from "./suites/gatekeeper-library.js";
import { pss } from "./suites/pss.js";
import { real } from "./suites/real.js";

/** Every suite. Another one is a file in `suites/` and a line here. */
export const SUITES: readonly Suite[] = [deckhouse, gatekeeper, gatekeeperLibrary, pss, real, regoSuite()];
