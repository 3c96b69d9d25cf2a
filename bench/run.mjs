// Runs benchmarks: `pnpm bench [check|deckhouse|evaluate|gatekeeper|manifests|mutation] [--json]`; without a name one after the other.
// `check` runs the built command; the others are bundled from the sources.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const NAMES = ["check", "deckhouse", "evaluate", "gatekeeper", "manifests", "mutation", "rego"];
const top = fileURLToPath(new URL("..", import.meta.url));

async function bundle(name) {
  const outfile = `bench/dist/${name}.mjs`;
  // Libraries of the CommonJS kind ask for Node's modules by `require`.
  const js = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  const platform = { platform: "node", format: "esm", banner: { js } };
  const entry = name === "rego" ? "bench/rego/run.ts" : `bench/${name}.ts`;
  await build({ absWorkingDir: top, entryPoints: [entry], outfile, bundle: true, ...platform });
  return outfile;
}

async function run(name, flags) {
  const file = name === "check" ? "bench/check.mjs" : await bundle(name);
  const { status } = spawnSync(process.execPath, ["--expose-gc", file, ...flags], { cwd: top, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith("-"));
const unknown = names.find((name) => !NAMES.includes(name));
if (unknown === undefined) {
  const flags = words.filter((word) => word.startsWith("-"));
  for (const name of names.length > 0 ? names : NAMES) await run(name, flags);
} else {
  console.error(`no benchmark \`${unknown}\`: there are ${NAMES.join(", ")}`);
  process.exitCode = 2;
}
