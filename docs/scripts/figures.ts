// Measures, and writes the figures into the documents: `pnpm --filter ./docs figures`. A table stands between the comments
// `<!-- figures: NAME -->` and `<!-- end of figures -->`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listPublicPackages } from "../../scripts/workspace.js";
import {
  conformanceTable,
  deckhouseTable,
  type FileCount,
  gatekeeperTable,
  insertFigures,
  type Measurement,
  packagesTable,
  regoTable,
  speedTable,
} from "./figure-tables.js";

const top = fileURLToPath(new URL("../..", import.meta.url));
const DOCUMENTS: readonly string[] = ["README.md", "docs/speed.md", "docs/guide/conformance.md"];

/** What a command prints. Cases that differ and sizes over their budget make commands fail, and are figures all the same. */
const run = (command: string, ...words: readonly string[]): string =>
  spawnSync(command, words, { cwd: top, encoding: "utf8" }).stdout;

const script = (...words: readonly string[]): string => run("pnpm", "--silent", ...words);

const countCases = (): readonly FileCount[] => {
  const folder = mkdtempSync(join(tmpdir(), "ostiary-figures-"));
  const file = join(folder, "conformance.json");
  script("conformance", "--json", file);
  const { suites } = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  return suites;
};

const listPackages = (): string => {
  const facts = listPublicPackages()
    .filter(({ path }) => existsSync(join(path, "README.md")))
    .map(({ folder, path }) => ({ folder, ...JSON.parse(readFileSync(join(path, "package.json"), "utf8")) }));
  return packagesTable(facts, JSON.parse(script("check:size", "--json")));
};

const counts = countCases();
const speed: Measurement = JSON.parse(script("bench", "check", "--json"));
// What policies cost is measured in one process, right after: on the same machine.
const { rows }: Measurement = JSON.parse(script("bench", "deckhouse", "--json"));
const figures = new Map([
  ["conformance", conformanceTable(counts)],
  ["deckhouse", deckhouseTable(counts)],
  ["gatekeeper", gatekeeperTable(counts)],
  ["rego", regoTable(counts)],
  ["packages", listPackages()],
  ["speed", speedTable(speed)],
  ["policies", speedTable({ machine: speed.machine, rows })],
  ["evaluation", speedTable(JSON.parse(script("bench", "evaluate", "--json")))],
  ["templates", speedTable(JSON.parse(script("bench", "gatekeeper", "--json")))],
]);
for (const document of DOCUMENTS) {
  const path = join(top, document);
  writeFileSync(path, insertFigures(readFileSync(path, "utf8"), figures));
}
