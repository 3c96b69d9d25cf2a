import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listPublicPackages, top } from "../../scripts/workspace.js";
import { insertFigures } from "../scripts/figure-tables.js";

const readme = readFileSync(join(top, "README.md"), "utf8");

it("lists every published package that has a README: `pnpm --filter ./docs figures` writes the table", () => {
  const documented = listPublicPackages().filter(({ path }) => existsSync(join(path, "README.md")));
  const missing = documented.filter(
    ({ folder, manifest }) => !readme.includes(`| [\`${manifest.name}\`](packages/${folder})`),
  );
  expect(missing.map(({ manifest }) => manifest.name)).toEqual([]);
});

it("has a place for each table of figures", () => {
  const figures = new Map(
    ["conformance", "deckhouse", "packages", "speed", "evaluation"].map((name) => [name, `the table of ${name}`]),
  );
  const filled = insertFigures(readme, figures);
  for (const table of figures.values()) expect(filled).toContain(table);
});
