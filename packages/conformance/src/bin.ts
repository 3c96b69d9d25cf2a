// `pnpm conformance [SUITE…] [--json FILE]`: CONTRIBUTING.md says what for.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runConformance } from "./conformance.js";
import { SUITES } from "./suites.js";

const top = fileURLToPath(new URL("../../..", import.meta.url));

process.exitCode = await runConformance({
  args: process.argv.slice(2),
  folder: resolve(top, process.env["OSTIARY_CONFORMANCE"] ?? "../shared/conformance"),
  suites: SUITES,
  knownFailures: fileURLToPath(new URL("../known-failures.jsonl", import.meta.url)),
  print: (text) => console.log(text),
});
