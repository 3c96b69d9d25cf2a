import { defineConfig } from "tsup";
import { library } from "../../tsup.shared.js";

/**
 * What hosts give an engine one by one, in chunks of their own: who gives no YAML does not load its library, whatever stands at the
 * top level of the code that uses it.
 */
const parts = [
  "builtins/aws/aws",
  "builtins/crypto/crypto",
  "builtins/crypto/private-keys",
  "builtins/glob/globs-match",
  "builtins/graphql/graphql",
  "builtins/json-schema/json-schema",
  "builtins/json/json-patch",
  "builtins/jwt/jwt",
  "builtins/regex/re2",
  "builtins/rego-module",
  "builtins/render-template/render-template",
  "builtins/time/time",
  "builtins/yaml/yaml",
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
