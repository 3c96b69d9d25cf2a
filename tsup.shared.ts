import type { Options } from "tsup";

/** What every package's build has in common: ESM and CJS with types, no bundled dependencies, no side effects. */
export const library = (entry: Record<string, string>): Options => ({
  entry,
  format: ["esm", "cjs"],
  target: "es2022",
  dts: { compilerOptions: { ignoreDeprecations: "6.0", paths: {} } },
  clean: true,
  splitting: true,
  treeshake: true,
  sourcemap: false,
  silent: true,
});
