// Guards (`pnpm check:size`) what a browser has to load: each import bundled with all it needs, minified and zipped.
// `--json` prints the sizes for other programs. 1 kB is 1000 bytes.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { top } from "./workspace.js";

interface Budget {
  readonly name: string;
  /** What a user's module would import, from the built packages. */
  readonly code: string;
  /** In kB; reported only where there is none. */
  readonly limit?: number;
  /** What is loaded later, and only when needed. */
  readonly lazy?: readonly string[];
}

const entry = (folder: string, name = "index"): string => `./packages/${folder}/dist/${name}.js`;
const everything = (folder: string, name?: string): string => `export * from "${entry(folder, name)}"`;

const budgets: readonly Budget[] = [
  { name: "@ostiary/core: evaluate", code: `export { evaluate } from "${entry("core")}"`, limit: 30 },
  {
    name: "@ostiary/rules: Pod Security Standards",
    code: `export { activeControls, CONTROLS, viewPod } from "${entry("rules")}"`,
    limit: 10,
  },
  { name: "@ostiary/core", code: everything("core") },
  { name: "@ostiary/rules", code: everything("rules") },
  { name: "@ostiary/manifests", code: everything("manifests") },
  { name: "@ostiary/report", code: everything("report") },
  {
    name: "@ostiary/rego: parser, compiler, evaluator, and the builtins that the host names",
    code: `export { compilePolicy, createBuiltins } from "${entry("rego")}"`,
    limit: 45,
  },
  {
    name: "@ostiary/rego: the same with the small builtins, regex tables later",
    code: `export { compilePolicy, lightBuiltins } from "${entry("rego")}"`,
    lazy: ["re2js"],
    limit: 70,
  },
  { name: "@ostiary/rego", code: everything("rego") },
  { name: "@ostiary/gatekeeper/mutation", code: everything("gatekeeper", "mutation"), limit: 20 },
  {
    name: "@ostiary/gatekeeper: reviews by templates in CEL alone",
    code: `${everything("gatekeeper", "core")}; ${everything("gatekeeper", "cel")}`,
    limit: 150,
  },
  {
    name: "@ostiary/gatekeeper: reviews by templates in Rego alone, with the small builtins",
    code: `${everything("gatekeeper", "core")}; ${everything("gatekeeper", "rego")}; export { createRe2Engine, lightBuiltins } from "${entry("rego")}"`,
    limit: 195,
  },
  { name: "@ostiary/gatekeeper", code: everything("gatekeeper") },
  { name: "ostiary", code: everything("cli") },
];

async function measure({ code, lazy = [] }: Budget): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: top },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    // Ours has paths to the sources of the packages; what is measured is what is published.
    tsconfigRaw: {},
    external: [...lazy],
    logLevel: "error",
    logOverride: { "import-is-undefined": "error" },
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length / 1000;
}

const measured = budgets.map(async (budget) => ({ ...budget, size: await measure(budget) }));
const rows = await Promise.all(measured).catch(() => {
  console.error("\nA bundle cannot be made: the error above says which import is missing from the built packages.");
  process.exit(1);
});
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(rows.map(({ name, size, limit }) => ({ name, kB: Number(size.toFixed(1)), limit }))));
} else {
  console.table(rows.map(({ name, size, limit }) => ({ import: name, kB: size.toFixed(1), budget: limit ?? "" })));
}
const over = rows.filter(({ size, limit }) => limit !== undefined && size > limit);
if (over.length > 0) {
  console.error(
    `\nOver budget: ${over.map(({ name }) => name).join("; ")}. See what it drags in, or move it behind another entry.`,
  );
  process.exit(1);
}
