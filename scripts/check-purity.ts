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
  // The rules of time zones are the same everywhere; a zone is always named, the environment's own never asked for.
  "packages/rego/src/builtins/time/time-zone.ts": /`Intl`/,
  "packages/gatekeeper/src/cel/library/times.ts": /`Intl`/,
};

/**
 * Libraries whose code looks for globals at load and whose functions, as used here, are pure: the regular expressions of Rego
 * look for `TextEncoder`, the hashes and curves for a source of randomness that signing with a given key does not take, YAML
 * for a console and for dates that the schema in use does not make, CEL for dates in functions that are not called, as only its
 * syntax is used.
 */
const OUTSIDE = ["re2js", "@noble/hashes", "@noble/curves", "yaml"];

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
    external: OUTSIDE,
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const text = outputFiles[0]?.text ?? "";
  const lines = text.split("\n");
  const origin = (line: number) => lines.slice(0, line).findLast((content) => /^\s*\/\/ \S+\.[cm]?js$/.test(content));
  const isExcepted = (what: string) =>
    Object.entries(EXCEPTIONS).some(
      ([file, excepted]) => file.startsWith(`packages/${folder}/`) && excepted.test(what),
    );
  return findImpurities(text)
    .filter(({ what }) => !isExcepted(what))
    .map(({ line, what }) => `bundle of packages/${folder}, ${origin(line)?.trim()}: ${what}`);
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
