import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, GOOD_POD, ORDINARY_POD } from "../../test/manifests.js";
import { run } from "../../test/run.js";

const FILES = { "good.yaml": GOOD_POD, "ordinary.yaml": ORDINARY_POD, "bad.yaml": BAD_POD };

test.each<[words: string[], code: number]>([
  [["good.yaml"], 0],
  [["ordinary.yaml"], 0],
  [["ordinary.yaml", "--fail-on", "warn"], 1],
  [["bad.yaml"], 1],
  [["."], 1],
  [["ordinary.yaml", "--level", "restricted"], 1],
  [["bad.yaml", "--level", "privileged"], 0],
  [["bad.yaml", "--namespace-labels", "pod-security.kubernetes.io/enforce=privileged"], 0],
  [["bad.yaml", "missing.yaml"], 2],
])("check %j ends with %i", async (words, code) => {
  expect((await run(["check", ...words], { folder: makeFolder(FILES) })).code).toBe(code);
});

test.each<[words: string[], message: string]>([
  [[], "nothing to check: name files or folders, or `-` for standard input"],
  [["good.yaml", ""], "a path to check is empty"],
  [["good.yaml", "--exclude", ""], "`--exclude` is given an empty value"],
  [["-", "--watch"], "standard input cannot be watched"],
  [["a", "--output", "yaml"], "unknown output format `yaml`"],
  [["a", "--level", "strict"], "`--level` takes one of"],
  [["a", "--workers", "many"], "`--workers` takes a number from 0 to 64, not `many`"],
  [["a", "--workers", "65"], "`--workers` takes a number from 0 to 64, not `65`"],
  [["good.yaml", "--output", "json=no/such/folder"], "cannot write `no/such/folder`: no such file or folder"],
  [["good.yaml", "--output", "json=./good.yaml"], "`--output` would overwrite `./good.yaml`"],
])("check %j is a wrong call", async (words, message) => {
  const { code, output, errors } = await run(["check", ...words], { folder: makeFolder(FILES) });
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain(message);
});

test("a wrong configuration is told on standard error, and nothing is checked", async () => {
  const folder = makeFolder({ ...FILES, "ostiary.yaml": "level: strict\n" });
  const { code, output, errors } = await run(["check", "."], { folder, isTTY: true });
  expect([code, output]).toEqual([2, ""]);
  expect(errors).toContain("ostiary.yaml:1:8");
  expect(errors).toContain("level: strict");
});

test("a configuration in the folder that is checked is no manifest", async () => {
  const folder = makeFolder({ "good.yaml": GOOD_POD, "ostiary.yaml": "level: restricted\n" });
  const { code, output } = await run(["check", "."], { folder });
  expect([code, output]).toEqual([
    0,
    "1 object in 1 file: 0 refused, 0 admitted with warnings; 0 errors, 0 warnings\n",
  ]);
});

test("several outputs can be had at once, files from the working directory on", async () => {
  const folder = makeFolder(FILES);
  const words = ["check", "bad.yaml", "-o", "text", "-o", "json=report.json", "-o", "sarif=report.sarif"];
  const { output } = await run(words, { folder });
  expect(output).toContain("error hostNamespaces");
  const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  expect(report.summary).toMatchObject({ files: 1, objects: 1, denied: 1 });
  const log = JSON.parse(readFileSync(join(folder, "report.sarif"), "utf8"));
  expect(log.runs[0].tool.driver).toMatchObject({ version: "1.2.3" });
  expect(log.runs[0].tool.driver.rules[0].fullDescription.text).toContain("namespaces of the node");
});

test("with --explain it is said why controls passed", async () => {
  const { output } = await run(["check", "good.yaml", "--explain"], {
    folder: makeFolder(FILES),
    environment: { COLUMNS: "200" },
  });
  expect(output).toContain("✓ runAsNonRoot");
  expect(output).toContain("inherited from pod, line 7");
});

test("on a terminal there are colours, unless NO_COLOR is set", async () => {
  const folder = makeFolder(FILES);
  const coloured = await run(["check", "bad.yaml"], { folder, isTTY: true });
  expect(coloured.output).toContain("\u001B[31m");
  const plain = await run(["check", "bad.yaml"], { folder, isTTY: true, environment: { NO_COLOR: "1" } });
  expect(plain.output).not.toContain("\u001B[");
});
