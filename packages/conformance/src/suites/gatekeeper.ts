import type { CaseFile, Suite } from "../suite.js";
import { matching } from "./gatekeeper/matching.js";

/** Answers of Gatekeeper, so far as core gives them: which objects a match block reaches. */
export const gatekeeper: Suite = {
  name: "gatekeeper",
  files: (): readonly CaseFile[] => [matching],
};
