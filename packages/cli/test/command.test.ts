import { execFileSync, spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { makeFolder } from "./folder.js";
import { BAD_POD, GOOD_POD, inNamespace, namespace, ORDINARY_POD } from "./manifests.js";
import { PROBES_POLICY } from "./policies.js";
import { CEL_TEMPLATE, gatorSuite, POD, POLICY_FILES, TEMPLATE } from "./suites.js";

// The command as it is published: built, and run in a process of its own.
const outDir = mkdtempSync(join(tmpdir(), "ostiary-build-"));
const bin = join(outDir, "bin.js");

beforeAll(() => {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const tsup = fileURLToPath(new URL("../../../node_modules/tsup/dist/cli-default.js", import.meta.url));
  execFileSync(process.execPath, [tsup, "--config", "tsup.bin.config.ts", "--out-dir", outDir], { cwd });
  writeFileSync(join(outDir, "package.json"), '{ "type": "module" }');
}, 60_000);

afterAll(() => rmSync(outDir, { recursive: true }));

const call = (words: readonly string[], cwd: string, input = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd, input, encoding: "utf8" });
  return { status, stdout, stderr };
};

test("the version is that of the package", () => {
  expect(call(["--version"], makeFolder())).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test.each([
  ["a good pod", GOOD_POD, 0],
  ["a bad pod", BAD_POD, 1],
  ["what is no YAML", "a: [", 2],
])("%s from standard input ends the process with its exit code", (_what, input, status) => {
  expect(call(["check", "-"], makeFolder(), input).status).toBe(status);
});

test("a configuration is read by the built command too", () => {
  const folder = makeFolder({ "ostiary.yaml": "level: privileged\n", "a.yaml": BAD_POD });
  expect(call(["check", "a.yaml"], folder).status).toBe(0);
});

test("a pipe that is named as a file is read like standard input", () => {
  const folder = makeFolder({ "a.yaml": BAD_POD });
  const script = `"${process.execPath}" "${bin}" check <(cat a.yaml) -o json`;
  const { status, stdout } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(JSON.parse(stdout).objects).toMatchObject([{ line: 1, name: "bad" }]);
});

test("a reader who leaves early is no error worth words", () => {
  const folder = makeFolder({ "a.yaml": `${BAD_POD}---\n`.repeat(2000) });
  const script = `set -o pipefail; "${process.execPath}" "${bin}" check a.yaml | head -n 1`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect([status, stdout, stderr]).toEqual([141, "a.yaml:1 Pod bad: refused\n", ""]);
});

test.each([["check a.yaml"], ["explain"], ["--help"]])("%s to a full disk ends with 2 and says so once", (words) => {
  const folder = makeFolder({ "a.yaml": GOOD_POD });
  const script = `"${process.execPath}" "${bin}" ${words} > /dev/full`;
  const { status, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect([status, stderr]).toEqual([2, "error: cannot write standard output: no space left on the device\n"]);
});

test("threads change nothing about the output", () => {
  const pods = [GOOD_POD, BAD_POD, ORDINARY_POD, "a: [", namespace("shop", "restricted")];
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `${index % 7}/${index}.yaml`,
      `${inNamespace(pods[index % 5] ?? "", index % 2 === 0 ? "shop" : "other")}---\n${GOOD_POD}# ${"x".repeat(9000)}\n`,
    ]),
  );
  const folder = makeFolder(files);
  for (const format of ["text", "json", "sarif"]) {
    const [alone, shared] = ["0", "2"].map((workers) =>
      call(["check", ".", "-o", format, "--workers", workers], folder),
    );
    expect(alone?.status).toBe(2);
    expect(alone?.stdout.length).toBeGreaterThan(1000);
    expect(shared).toEqual(alone);
  }
});

test("policies hold in every thread, and in the built command", () => {
  const pods = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`${index}.yaml`, `${GOOD_POD}# ${"x".repeat(9000)}\n`]),
  );
  const folder = makeFolder({ ...pods, "policies/probes.yaml": PROBES_POLICY });
  const words = ["check", ".", "--policies", "policies", "--namespace-labels", "team=a", "--profile", "deckhouse"];
  const [alone, shared] = ["0", "2"].map((workers) => call([...words, "--workers", workers], folder));
  expect(alone?.stdout).toContain("40 objects in 41 files by 1 policy document: 40 refused");
  expect(shared).toEqual(alone);
});

test("suites in threads are reported as in one, byte by byte", () => {
  const files = {
    ...POLICY_FILES,
    "template.yaml": CEL_TEMPLATE,
    "rego/template.yaml": TEMPLATE,
    "rego/pod.yaml": POD,
  };
  const suites = ["{violations: 1}", "{violations: no}", "{message: (}", "{}"].flatMap((assertion, index) => [
    [`${index}.yaml`, gatorSuite(assertion)],
    [`rego/${index}.yaml`, gatorSuite(assertion).replace("constraint.yaml", "../constraint.yaml")],
  ]);
  const folder = makeFolder({
    ...files,
    ...Object.fromEntries(suites),
    "broken.yaml": gatorSuite("{violations: true}"),
  });
  const report = (words: readonly string[], number: string) => {
    const { stdout, ...rest } = call(["test", ".", ...words, "--parallel", number], folder);
    return { ...rest, stdout: stdout.replaceAll(/"seconds": [\d.e-]+/g, "") };
  };
  for (const words of [
    ["--coverage", "--verbose"],
    ["--format", "github"],
    ["--coverage", "--format", "json"],
  ]) {
    const alone = report(words, "1");
    expect(alone).toEqual({ status: 2, stdout: expect.stringContaining("rego/1.yaml"), stderr: expect.anything() });
    expect(report(words, "2")).toEqual(alone);
  }
});

test("a stream too long to be held takes little memory", () => {
  const folder = makeFolder({ "a.yaml": `${GOOD_POD}---\n`.repeat(20_000) });
  const words = ["--max-old-space-size=40", bin, "check", "a.yaml"];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  expect([status, stdout]).toEqual([
    0,
    "20000 objects in 1 file: 0 refused, 0 admitted with warnings; 0 errors, 0 warnings\n",
  ]);
});

test("with --watch it is checked again when a file changes", async () => {
  const folder = makeFolder({ "a.yaml": GOOD_POD });
  const child = spawn(process.execPath, [bin, "check", ".", "--watch"], { cwd: folder });
  onTestFinished(() => {
    child.kill();
  });
  let output = "";
  for await (const piece of child.stdout) {
    output += piece;
    if (/1 refused/.test(output)) break;
    if (/1 object in/.test(output)) appendFileSync(join(folder, "a.yaml"), `---\n${BAD_POD}`);
  }
  expect(output).toContain("2 objects in 1 file: 1 refused");
});

test("a defect ends with 3 and says so", () => {
  const folder = makeFolder({ "a.yaml": GOOD_POD });
  const broken = readFileSync(bin, "utf8").replace(
    /(#!.*\n)/,
    "$1process.cwd = () => { throw new TypeError('broken'); };\n",
  );
  const file = join(outDir, "broken.js");
  writeFileSync(file, broken);
  const { status, stderr } = spawnSync(process.execPath, [file, "check", "a.yaml"], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(3);
  expect(stderr).toMatch(/^internal error: TypeError: broken/);
});
