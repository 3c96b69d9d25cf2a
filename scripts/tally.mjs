// Sums up a run of .ci/run: a table of the steps, then one line `N passed, N failed`. Tests and conformance cases count one by
// one, every other step as one check.
//   node scripts/tally.mjs FOLDER     with FOLDER/steps: a line `NAME STATUS SECONDS` for each step, and what the runners wrote
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";

function readResults(file) {
  const path = join(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

const add = (items, key) => items.reduce((total, item) => total + item[key], 0);

/** How many of a step's own checks passed and failed, for the steps that write it down. */
const counters = {
  tests() {
    const results = readResults("tests.json");
    return results && { passed: results.numPassedTests, failed: results.numFailedTests };
  },
  conformance() {
    const results = readResults("conformance.json");
    return results && { passed: add(results.suites, "passed"), failed: add(results.suites, "failed") };
  },
};

/** A step that failed counts as a failure even if all of its checks passed, or none ran. */
function countStep([name, status, seconds]) {
  const succeeded = status === "0";
  const { passed, failed } = counters[name]?.() ?? { passed: succeeded ? 1 : 0, failed: 0 };
  return { step: name, seconds: Number(seconds), passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

const lines = readFileSync(join(folder, "steps"), "utf8").trim().split("\n");
const steps = lines.map((line) => countStep(line.split(" ")));
const [passed, failed] = [add(steps, "passed"), add(steps, "failed")];
console.table(steps);
console.log(`${add(steps, "seconds")} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
