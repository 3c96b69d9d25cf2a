import type { CaseFile, Suite } from "../suite.js";
import { builtInStandards } from "./deckhouse/built-in-standards.js";
import { differential } from "./deckhouse/differential.js";
import { vectors } from "./deckhouse/vectors.js";

/** Answers of Deckhouse's admission-policy-engine: to single constraints, and to whole requests under policies and settings. */
export const deckhouse: Suite = {
  name: "deckhouse",
  files: (): readonly CaseFile[] => [vectors, builtInStandards, differential],
};
