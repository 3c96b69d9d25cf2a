import { table } from "./page.js";

/** What `pnpm conformance --json` writes of a file of cases. */
export interface FileCount {
  readonly suite: string;
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly known: number;
  readonly deviations: number;
}

/** Which files of cases make up a row: the text of the row, and `SUITE/FILE`. */
const CONFORMANCE_ROWS: readonly (readonly [what: string, files: RegExp])[] = [
  ["pods of Kubernetes' own tests, at the level and version of each", /^pss\/(baseline|restricted)-v/],
  ["further pods: odd names, nulls, edges of versions, random ones", /^pss\/(edge-cases|random)\.jsonl$/],
  ["labels of namespaces", /^pss\/namespace-labels\.jsonl$/],
  ["admission requests, with the whole answer", /^pss\/admission-random\.jsonl$/],
  ["documents of public repositories, as YAML is read", /^real\/documents\.jsonl$/],
  ["objects of public repositories, at 2 levels and 3 versions", /^real\/pss\.jsonl$/],
  ["the same, as the API server fills in defaults", /^real\/pss-defaulted\.jsonl$/],
];

/** The same of Deckhouse's policies. */
const DECKHOUSE_ROWS: typeof CONFORMANCE_ROWS = [
  [
    "objects with random policies, settings, labels and exceptions, as v1.66.0",
    /^deckhouse\/differential-1\.66\.jsonl$/,
  ],
  ["the same, as v1.76.2", /^deckhouse\/differential-1\.76\.jsonl$/],
  ["the same, as branch main of 6 August 2026", /^deckhouse\/differential-next\.jsonl$/],
  ["cases of single fields, and of exceptions", /^deckhouse\/(operation|security)-/],
  ["objects of public repositories under documented policies, in each release", /^real\/deckhouse-/],
];

/** The same of Gatekeeper. */
const GATEKEEPER_ROWS: typeof CONFORMANCE_ROWS = [
  ["matching of constraints and mutators", /^gatekeeper\/match/],
  ["objects as mutators leave them, and what is refused", /^gatekeeper\/(assign|modifyset|mutation)/],
  ["expansion of workloads", /^gatekeeper\/expansion\.jsonl$/],
  ["reviews and webhook answers, Gatekeeper's own resources included", /^gatekeeper\/constraint-review\.jsonl$/],
  ["command lines of gator, with output and exit code", /^gatekeeper\/gator-cli\.jsonl$/],
  ["the public library's 49 templates, in Rego and CEL, over its samples and variants", /^gatekeeper-library\//],
  ["the library's templates over objects of public repositories", /^real\/library/],
];

/** The same of Rego. */
const REGO_ROWS: typeof CONFORMANCE_ROWS = [
  ["random programs", /^rego\/random\.jsonl$/],
  ["errors of programs and templates, word for word", /^rego\/rego-errors\.jsonl$/],
  ["cases of OPA, v0 and v1, of regorus and of rego-cpp", /^rego\/(?!random\.jsonl|rego-errors\.jsonl)/],
];

const number = (value: number): string => value.toLocaleString("en");

/** How many answers agree with those of the real software. */
export const conformanceTable = (counts: readonly FileCount[]): string => countRows(CONFORMANCE_ROWS, counts);

/** How many answers about Deckhouse's policies agree with those of the real templates. */
export const deckhouseTable = (counts: readonly FileCount[]): string => countRows(DECKHOUSE_ROWS, counts);

/** How many answers of templates, constraints and mutators agree with Gatekeeper's. */
export const gatekeeperTable = (counts: readonly FileCount[]): string => countRows(GATEKEEPER_ROWS, counts);

/** How many answers of Rego agree with OPA's. */
export const regoTable = (counts: readonly FileCount[]): string => countRows(REGO_ROWS, counts);

const countRows = (described: typeof CONFORMANCE_ROWS, counts: readonly FileCount[]): string => {
  const rows = described.map(([what, files]) => {
    const found = counts.filter(({ suite, file }) => files.test(`${suite}/${file}`));
    const add = (pick: (count: FileCount) => number): number => found.reduce((sum, count) => sum + pick(count), 0);
    return [
      what,
      add(({ passed }) => passed),
      add(({ failed, known }) => failed + known),
      add((count) => count.deviations),
    ];
  });
  return table(
    ["cases", "agree", "differ", "differ on purpose"],
    rows.map((cells) => cells.map((cell) => (typeof cell === "number" ? number(cell) : cell))),
  );
};

/** What the table of packages tells of one. */
export interface PackageFacts {
  readonly name: string;
  readonly folder: string;
  readonly description: string;
}

/** What `pnpm check:size --json` prints of an import. */
export interface ImportSize {
  readonly name: string;
  readonly kB: number;
}

/** The packages, and what a browser has to load of each. */
export const packagesTable = (packages: readonly PackageFacts[], sizes: readonly ImportSize[]): string =>
  table(
    ["package", "", "kB"],
    packages.map(({ name, folder, description }) => {
      const size = sizes.find((candidate) => candidate.name === name);
      return [`[\`${name}\`](packages/${folder})`, description, size === undefined ? "" : size.kB.toFixed(1)];
    }),
  );

/** What `pnpm bench check --json` and `pnpm bench evaluate --json` print. */
export interface Measurement {
  readonly machine: { readonly node: string; readonly processor: string; readonly threads: number };
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** What a benchmark has measured, and on what machine. */
export const speedTable = ({ machine, rows }: Measurement): string => {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  return [
    table(
      columns,
      cells.map((row) => row.map((cell) => (typeof cell === "number" ? number(cell) : cell))),
    ),
    "",
    `Medians on ${machine.threads} threads of ${machine.processor}, Node ${machine.node}.`,
  ].join("\n");
};

/** Puts tables between the comments that name them. A document without a table's comments stays as it is. */
export const insertFigures = (document: string, figures: ReadonlyMap<string, string>): string =>
  document.replace(
    /(<!-- figures: (\w+) -->\n)[\s\S]*?(<!-- end of figures -->)/g,
    (whole, begin: string, name: string, end: string) => {
      const figure = figures.get(name);
      return figure === undefined ? whole : `${begin}\n${figure}\n\n${end}`;
    },
  );
