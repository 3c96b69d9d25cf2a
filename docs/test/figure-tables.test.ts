import { expect, it } from "vitest";
import {
  conformanceTable,
  deckhouseTable,
  gatekeeperTable,
  insertFigures,
  packagesTable,
  regoTable,
  speedTable,
} from "../scripts/figure-tables.js";

const count = (suite: string, file: string, passed: number, failed = 0) => ({
  ...{ suite, file, passed, failed },
  ...{ known: 1, deviations: 2 },
});

it("cases are added up by what they are about", () => {
  const counts = [
    count("pss", "baseline-v1.0.jsonl", 1000),
    count("pss", "restricted-v1.37.jsonl", 500, 3),
    count("real", "pss.jsonl", 7),
    count("real", "pss-defaulted.jsonl", 3),
    count("rego", "pss.jsonl", 9),
  ];
  const rows = conformanceTable(counts).split("\n");
  expect(rows.find((row) => row.includes("Kubernetes' own tests"))).toMatch(/ \| 1,500 \| 5 \| 4 \|$/);
  expect(rows.find((row) => row.includes("2 levels and 3 versions"))).toMatch(/ \| 7 \| 1 \| 2 \|$/);
  expect(rows.find((row) => row.includes("labels"))).toMatch(/ \| 0 \| 0 \| 0 \|$/);
});

it("cases of Deckhouse's policies are added up by release", () => {
  const counts = [
    count("deckhouse", "differential-1.66.jsonl", 1500),
    count("deckhouse", "operation-edge.jsonl", 80),
    count("deckhouse", "security-v1.66.jsonl", 20),
    count("real", "deckhouse-next.jsonl", 900),
    count("real", "pss.jsonl", 7),
  ];
  const rows = deckhouseTable(counts).split("\n");
  expect(rows.find((row) => row.includes("as v1.66.0"))).toMatch(/ \| 1,500 \| 1 \| 2 \|$/);
  expect(rows.find((row) => row.includes("single fields"))).toMatch(/ \| 100 \| 2 \| 4 \|$/);
  expect(rows.find((row) => row.includes("public repositories"))).toMatch(/ \| 900 \| 1 \| 2 \|$/);
});

it("cases of Gatekeeper and of Rego are added up by what they are about", () => {
  const counts = [
    count("gatekeeper", "match.jsonl", 100),
    count("gatekeeper", "match-random.jsonl", 500),
    count("gatekeeper-library", "cases.jsonl", 8000),
    count("real", "library-cel.jsonl", 40),
    count("rego", "random.jsonl", 900),
    count("rego", "rego-errors.jsonl", 300),
    count("rego", "v0-walkbuiltin.jsonl", 5),
  ];
  const judged = gatekeeperTable(counts).split("\n");
  expect(judged.find((row) => row.includes("matching"))).toMatch(/ \| 600 \| 2 \| 4 \|$/);
  expect(judged.find((row) => row.includes("samples and variants"))).toMatch(/ \| 8,000 \| 1 \| 2 \|$/);
  expect(judged.find((row) => row.includes("public repositories"))).toMatch(/ \| 40 \| 1 \| 2 \|$/);
  const evaluated = regoTable(counts).split("\n").slice(2);
  expect(evaluated.map((row) => row.replace(/^.*?(?=\| \d)/, ""))).toEqual([
    "| 900 | 1 | 2 |",
    "| 300 | 1 | 2 |",
    "| 5 | 1 | 2 |",
  ]);
});

it("a package without a size has none in its row", () => {
  const packages = ["a", "b"].map((name) => ({ name, folder: `folder-${name}`, description: `does ${name}` }));
  expect(
    packagesTable(packages, [{ name: "a", kB: 1.5 }])
      .split("\n")
      .slice(2),
  ).toEqual(["| [`a`](packages/folder-a) | does a | 1.5 |", "| [`b`](packages/folder-b) | does b |  |"]);
});

it("measurements come with the machine", () => {
  const machine = { node: "v20.20.2", processor: "A Processor", threads: 2 };
  const text = speedTable({ machine, rows: [{ check: "one file", "wall ms": 1200 }] });
  expect(text).toContain("| check | wall ms |");
  expect(text).toContain("| one file | 1,200 |");
  expect(text).toContain("2 threads of A Processor, Node v20.20.2");
});

it("a table goes where its name is, in place of what was there", () => {
  const document =
    "a\n<!-- figures: speed -->\nold\n<!-- end of figures -->\nb\n<!-- figures: other -->\nkept\n<!-- end of figures -->\n";
  const once = insertFigures(document, new Map([["speed", "$& new"]]));
  expect(once).toContain("<!-- figures: speed -->\n\n$& new\n\n<!-- end of figures -->\nb");
  expect(once).toContain("kept");
  expect(insertFigures(once, new Map([["speed", "$& new"]]))).toBe(once);
});
