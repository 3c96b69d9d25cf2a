import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { top } from "./sandbox.js";

/** A folder for bundles in the repository, where Node finds vitest. */
export const makeBundleFolder = (): { readonly path: string; remove(): void } => {
  const cache = join(top, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const path = mkdtempSync(join(cache, "ostiary-docs-"));
  return { path, remove: () => rmSync(path, { recursive: true }) };
};

/** Bundles a text in TypeScript with all that it imports, the sources of the workspace among it, but for vitest. */
export const bundle = async (text: string, outfile: string): Promise<void> => {
  await build({
    stdin: { contents: text, resolveDir: top, loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["vitest"],
    // Some packages are CommonJS, and require Node's modules.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    tsconfig: join(top, "tsconfig.base.json"),
    logLevel: "error",
  });
};
