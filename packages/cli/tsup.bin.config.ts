import { defineConfig } from "tsup";

/** The command: everything bundled, because hundreds of small modules take longer to load than they take to run. */
export default defineConfig({
  entry: { bin: "src/bin.ts", worker: "src/check/worker.ts", "suite-worker": "src/suite/worker.ts" },
  format: "esm",
  target: "node20",
  platform: "node",
  noExternal: [/.*/],
  // Libraries of the CommonJS kind ask for Node's modules by `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  splitting: true,
  treeshake: true,
  clean: false,
  dts: false,
  minify: true,
  metafile: true,
  silent: true,
});
