import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests read the sources of the workspace, not builds: the aliases are those of tsconfig.base.json.
const { compilerOptions } = JSON.parse(readFileSync(new URL("tsconfig.base.json", import.meta.url), "utf8"));
const alias = Object.entries(compilerOptions.paths as Record<string, [string]>).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(file, import.meta.url)),
}));

/** Where .ci/run wants the results as JSON. */
const { TEST_RESULTS } = process.env;

export default defineConfig({
  resolve: { alias },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "docs/test/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    testTimeout: 30_000,
    // Nothing here keeps state, so test files share their workers: less than half the time. A test that tampers with a built-in
    // puts it back.
    isolate: false,
    reporters: TEST_RESULTS ? ["default", ["json", { outputFile: TEST_RESULTS }]] : ["default"],
    coverage: {
      provider: "v8",
      include: [
        "packages/rules/src/**/*.ts",
        "packages/core/src/**/*.ts",
        "packages/rego/src/*.ts",
        "packages/rego/src/{syntax,compile,evaluate,value}/**/*.ts",
      ],
      exclude: ["**/*.test.ts", "**/index.ts"],
      reporter: ["text-summary", "html", ["text", { skipFull: true, maxCols: 140 }]],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});
