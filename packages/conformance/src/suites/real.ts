import { join } from "node:path";
import type { CaseFile, Suite } from "../suite.js";
import { deckhouse } from "./real/deckhouse.js";
import { documents } from "./real/documents.js";
import { library } from "./real/library.js";
import { Manifests } from "./real/manifests.js";
import { pss, pssDefaulted } from "./real/pss.js";

/** Tells where the manifests come from: no cases. */
const SOURCES: CaseFile = { names: /^sources\.jsonl$/, list: () => [] };

/** Manifests of public repositories: how they read, and what the real engines say about the objects in them. */
export const real: Suite = {
  name: "real",
  files: (folder): readonly CaseFile[] => {
    const manifests = new Manifests(join(folder, "manifests"));
    return [
      SOURCES,
      documents(manifests),
      pss(manifests),
      pssDefaulted(manifests),
      deckhouse(manifests),
      library(manifests),
    ];
  },
};
