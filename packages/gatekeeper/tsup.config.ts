import { defineConfig } from "tsup";
import { library } from "../../tsup.shared.js";

export default defineConfig(
  library({
    index: "src/index.ts",
    cel: "src/cel.ts",
    core: "src/core.ts",
    mutation: "src/mutation.ts",
    rego: "src/rego.ts",
  }),
);
