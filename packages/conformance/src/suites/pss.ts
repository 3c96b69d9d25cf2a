import type { CaseFile, Suite } from "../suite.js";
import { namespaceLabels } from "./pss/namespace-labels.js";
import { pods } from "./pss/pods.js";
import { requests } from "./pss/requests.js";

/** Answers of upstream's Pod Security admission library: to pods, to namespace labels, to whole admission requests. */
export const pss: Suite = {
  name: "pss",
  files: (): readonly CaseFile[] => [pods, namespaceLabels, requests],
};
