// Counts the conformance cases of Rego into a file that the page on the language is made from: `pnpm --filter ./docs rego-counts`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countsFile } from "./rego-conformance.js";

const top = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ostiary-rego-counts-"));
const report = join(folder, "conformance.json");
spawnSync("pnpm", ["--silent", "conformance", "rego", "--json", report], { cwd: top, stdio: "ignore" });
const { suites } = JSON.parse(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true });
writeFileSync(new URL("../data/rego-conformance.json", import.meta.url), countsFile(suites));
