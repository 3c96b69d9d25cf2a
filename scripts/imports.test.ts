import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { top } from "./workspace.js";

/** A workspace of our shape, in which each file imports one thing. */
const FILES: Readonly<Record<string, string>> = {
  "packages/rules/src/index.ts": "export const rule = 1;",
  "packages/rules/src/rule.ts": "export const inner = 1;",
  "packages/core/src/index.ts": 'export { rule } from "@ostiary/rules";',
  "packages/manifests/src/index.ts": "export const position = 1;",
  "packages/report/src/types-only.ts":
    'import type { position } from "@ostiary/manifests"; export type Position = typeof position;',
  "packages/report/src/value.ts": 'export { position } from "@ostiary/manifests";',
  "packages/rules/src/upwards.ts": 'export { rule } from "@ostiary/core";',
  "packages/core/src/sideways.ts": 'export { position } from "@ostiary/manifests";',
  "packages/core/src/inside.ts": 'export { inner } from "../../rules/src/rule.js";',
  "packages/core/src/node.ts": 'export { readFileSync } from "node:fs";',
  "packages/core/src/unknown.ts": 'export { x } from "not-installed";',
  "packages/core/src/ring-a.ts": 'import { b } from "./ring-b.js"; export const a = () => b;',
  "packages/core/src/ring-b.ts": 'import { a } from "./ring-a.js"; export const b = () => a;',
  "packages/core/src/upwards.test.ts": 'export { position } from "@ostiary/manifests";',
};

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

function findViolations(): readonly string[] {
  const workspace = mkdtempSync(join(tmpdir(), "ostiary-"));
  cpSync(join(top, "tsconfig.base.json"), join(workspace, "tsconfig.base.json"));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  }
  const tool = join(top, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const args = [tool, "--config", join(top, ".dependency-cruiser.mjs"), "--output-type", "json", "packages"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: workspace, encoding: "utf8", maxBuffer: 1e8 });
  rmSync(workspace, { recursive: true });
  const report: Report = JSON.parse(stdout);
  return report.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
}

describe("the arrows between packages", () => {
  const violations = findViolations();

  it.each([
    ["packages/rules/src/upwards.ts", "rules-imports-ours"],
    ["packages/core/src/sideways.ts", "core-imports-ours"],
    ["packages/core/src/inside.ts", "public-entries-only"],
    ["packages/core/src/inside.ts", "by-name"],
    ["packages/core/src/node.ts", "core-imports-outside"],
    ["packages/core/src/unknown.ts", "resolvable"],
    ["packages/report/src/value.ts", "report-imports-types"],
    ["packages/core/src/ring-a.ts", "no-cycles"],
  ])("%s breaks `%s`", (file, rule) => {
    expect(violations).toContain(`${file}: ${rule}`);
  });

  it.each(["packages/core/src/index.ts", "packages/report/src/types-only.ts", "packages/core/src/upwards.test.ts"])(
    "%s breaks nothing",
    (file) => {
      expect(violations.filter((violation) => violation.startsWith(file))).toEqual([]);
    },
  );
});
