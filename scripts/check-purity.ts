// Guards (`pnpm check:purity`) that the libraries read their arguments and nothing else: no Node, clock, randomness, network,
// environment, globals, timers, dynamic code, module state; of the engine also in what a bundler makes of the built packages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { findImpurities, findModuleState } from "./purity.js";
import { listPackages, listSources, top } from "./workspace.js";

/** The packages whose sources and bundles must be pure; each is checked as soon as it exists. */
const ENGINE = ["rules", "core", "rego", "gatekeeper"];

/** The packages whose own sources must be pure. */
const LIBRARIES = [...ENGINE, "manifests", "report", "fixtures"];

/** What looks impure and is not. */
const EXCEPTIONS: Readonly<Record<string, RegExp>> = {
  // Grapheme clusters are the same in every locale.
  "packages/report/src/display-cells.ts": /`Intl`/,
};

function checkSource(file: string): readonly string[] {
  const text = readFileSync(join(top, file), "utf8");
  const complaints = [...findImpurities(text), ...findModuleState(text)];
  return complaints
    .filter(({ what }) => !EXCEPTIONS[file]?.test(what))
    .map(({ line, what }) => `${file}:${line}: ${what}`);
}

/** A bundle holds what is left after tree shaking, dependencies included; the line before a module's code names it. */
async function checkBundle(folder: string): Promise<readonly string[]> {
  const { outputFiles } = await build({
    entryPoints: [join(top, "packages", folder, "dist", "index.js")],
    absWorkingDir: top,
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    // The regular expressions of Rego, which are loaded when needed, look for `TextEncoder` in `globalThis`.
    external: ["re2js"],
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const text = outputFiles[0]?.text ?? "";
  const lines = text.split("\n");
  const origin = (line: number) => lines.slice(0, line).findLast((content) => /^\s*\/\/ \S+\.[cm]?js$/.test(content));
  return findImpurities(text).map(({ line, what }) => `bundle of packages/${folder}, ${origin(line)?.trim()}: ${what}`);
}

const existing = (names: readonly string[]): readonly string[] =>
  listPackages().flatMap(({ folder }) => (names.includes(folder) ? [folder] : []));

const sources = existing(LIBRARIES).flatMap((folder) => listSources(`packages/${folder}/src`));
const bundles = await Promise.all(existing(ENGINE).map(checkBundle)).catch(() => {
  console.error(
    "\nA bundle of a pure package cannot be made: the error above says what is missing, most likely a build.",
  );
  process.exit(1);
});
const complaints = [...sources.flatMap(checkSource), ...bundles.flat()];
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error(
    "\nThe libraries must be pure, so that the same pod gets the same answer everywhere: pass what is needed as an argument.",
  );
  process.exit(1);
}
console.log(
  `pure: ${sources.length} sources of ${existing(LIBRARIES).join(", ")}; bundles of ${existing(ENGINE).join(", ")}`,
);
