import type { Options } from "tsup";

type Entries = Record<string, string>;

/**
 * What every package's build has in common: ESM and CJS with types, no bundled dependencies, no side effects.
 *
 * @param parts - nobody imports them: each makes its code a chunk of its own, which bundlers leave out as a whole
 */
export const library = (entry: Entries, parts: Entries = {}): Options => ({
  entry: { ...entry, ...parts },
  format: ["esm", "cjs"],
  target: "es2022",
  dts: { entry, compilerOptions: { ignoreDeprecations: "6.0", paths: {} } },
  clean: true,
  splitting: true,
  treeshake: true,
  sourcemap: false,
  silent: true,
});
