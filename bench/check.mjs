// What `ostiary check` costs from the start of the process to its end: wall time, processor time of all threads, memory.
// Runs the built command (`pnpm build` first) on an example, on the real files of the conformance collection, also by Gatekeeper's
// library, on 10,000 generated files and on a stream of 100,000 objects. `node bench/check.mjs [--runs 5] [--json]`
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" }, json: { type: "boolean" } } });
const top = fileURLToPath(new URL("..", import.meta.url));
const bin = join(top, "packages/cli/dist/bin.js");
const collection = process.env.OSTIARY_CONFORMANCE ?? join(top, "../shared/conformance");
const real = join(collection, "real/manifests");
const library = join(collection, "gatekeeper-library");
const folder = mkdtempSync(join(tmpdir(), "ostiary-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true }));

/** Has a process tell what it has used when it ends. */
const probe = join(folder, "probe.cjs");
writeFileSync(
  probe,
  `process.once("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require("node:fs").writeSync(3, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
});`,
);

const [good] = readFileSync(join(top, "examples/shop/frontend.yaml"), "utf8").split(/^---$/m);
const bad = readFileSync(join(top, "examples/shop/search-breaks-baseline.yaml"), "utf8");
const manifest = (index) => (index % 10 === 0 ? bad : good).replace(/name: \w+/, `$&-${index}`);

function generateFiles(count) {
  const target = join(folder, "files");
  for (let index = 0; index < count; index++) {
    const part = join(target, `part-${index % 100}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${index}.yaml`), manifest(index));
  }
  return target;
}

function generateStream(count) {
  const target = join(folder, "stream.yaml");
  writeFileSync(target, Array.from({ length: count }, (_, index) => manifest(index)).join("---\n"));
  return target;
}

/** The templates of Gatekeeper's public library, each with the first of its sample constraints. */
function writeLibrary() {
  const lines = (name) =>
    readFileSync(join(library, name), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const templates = lines("templates.jsonl");
  const constraints = lines("constraints.jsonl");
  const documents = templates.flatMap(({ name, template }) => {
    const first = constraints.find((one) => one.template === name);
    return first === undefined ? [template] : [template, first.constraint];
  });
  const target = join(folder, "library.yaml");
  writeFileSync(target, documents.map((document) => JSON.stringify(document)).join("\n---\n"));
  return target;
}

function runOnce(words) {
  const started = performance.now();
  const { output } = spawnSync(process.execPath, ["--require", probe, ...words], {
    cwd: top,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  return { wall: performance.now() - started, ...JSON.parse(output[3].toString()) };
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

function measure([name, runs, words]) {
  const samples = Array.from({ length: runs }, () => runOnce(words));
  const column = (key) => Math.round(median(samples.map((sample) => sample[key])));
  return { check: name, "wall ms": column("wall"), "processor ms": column("processor"), "memory MB": column("memory") };
}

const runs = Number(values.runs);
const few = Math.min(runs, 3);
const check = (...words) => [bin, "check", ...words];
const stream = generateStream(100_000);
const rows = [
  ["nothing: Node alone", runs, ["--eval", "0"]],
  ["one small file", runs, check("examples/shop/frontend.yaml")],
  ["the examples", runs, check("examples")],
  ...(existsSync(real)
    ? [
        ["811 real files", runs, check(real)],
        ["811 real files, two threads", runs, check(real, "--workers", "1")],
        ["811 real files, as JSON", runs, check(real, "-o", "json")],
      ]
    : []),
  ...(existsSync(real) && existsSync(library)
    ? [["811 real files by the 49 templates of Gatekeeper's library", few, check(real, "--policies", writeLibrary())]]
    : []),
  ["10,000 files", few, check(generateFiles(10_000))],
  ["10,000 files, two threads", few, check(join(folder, "files"), "--workers", "1")],
  ["one stream of 100,000 objects", 1, check(stream)],
].map(measure);

const [cpu] = cpus();
const machine = { node: process.version, processor: cpu?.model ?? "unknown", threads: availableParallelism() };
if (values.json) console.log(JSON.stringify({ machine, rows }, undefined, 2));
else {
  console.log(`Node ${machine.node}, ${machine.threads} threads of ${machine.processor}; medians`);
  console.table(rows);
}
