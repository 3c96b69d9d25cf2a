import { defineConfig } from "tsup";
import { library } from "../../tsup.shared.js";

export default defineConfig(
  library({
    index: "src/index.ts",
    deckhouse: "src/deckhouse/index.ts",
    lint: "src/lint/index.ts",
    match: "src/match/index.ts",
  }),
);
