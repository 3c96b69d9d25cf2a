import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";
import { library } from "../../tsup.shared.js";

const families = readFileSync("src/builtins/heavy-builtins.ts", "utf8").matchAll(
  /^import \{.*\} from "\.\/(.*)\.js";$/gm,
);

/**
 * What hosts give an engine one by one, in chunks of their own: who gives no YAML does not load its library, whatever stands at the
 * top level of the code that uses it.
 */
const parts = [
  ...Array.from(families, ([, path]) => `builtins/${path}`),
  "builtins/regex/re2",
  "compile/metadata-support",
  "compile/policy-checks",
  "debug/explain-undefined",
  "metadata-yaml",
];

export default defineConfig(
  library(
    { index: "src/index.ts", core: "src/core.ts", heavy: "src/heavy.ts" },
    Object.fromEntries(parts.map((part) => [`parts/${part}`, `src/${part}.ts`])),
  ),
);
