import type { CaseFile, Suite } from "../suite.js";
import { expansion } from "./gatekeeper/expansion.js";
import { gatorCli } from "./gatekeeper/gator-cli.js";
import { matching } from "./gatekeeper/matching.js";
import { mutation } from "./gatekeeper/mutation.js";
import { reviews } from "./gatekeeper/reviews.js";

/** Answers of Gatekeeper: which objects a match block reaches, and what mutators make of them. */
export const gatekeeper: Suite = {
  name: "gatekeeper",
  files: (): readonly CaseFile[] => [expansion, gatorCli, matching, mutation, reviews],
};
