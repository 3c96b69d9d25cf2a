// Guards the arrows between packages (`pnpm check:imports`): who may import whom, and what from outside.
// A new package gets a row here. `types` stands for `import type` only. Tests, what only they use (`*.arbitrary.ts`), and scripts
// that write generated files may import what they like, yet only public entries.
import { readdirSync, readFileSync } from "node:fs";

const rows = {
  rules: { ours: [], types: [], outside: ["zod"] },
  core: { ours: ["rules"], types: [], outside: ["zod", "semver"] },
  manifests: { ours: [], types: [], outside: ["yaml", "js-yaml"] },
  report: { ours: ["core"], types: ["manifests"], outside: ["get-east-asian-width", "js-yaml"] },
  rego: { ours: [], types: [], outside: ["@noble/curves", "@noble/hashes", "re2js", "yaml"] },
  gatekeeper: { ours: ["rules", "core", "rego"], types: [], outside: ["@marcbachmann/cel-js"] },
  fixtures: { ours: ["rules"], types: ["core"], outside: ["fast-check"] },
  cli: {
    ours: ["rules", "core", "manifests", "report", "rego", "gatekeeper", "fixtures"],
    types: [],
    outside: ["zod", "minimatch", "commander", "diff", "yaml", "node"],
  },
  conformance: { ours: ["[^/]+"], types: [], outside: ["[^/]+", "node"] },
};

const here = new URL(".", import.meta.url);
const packages = readdirSync(new URL("packages", here));
const missing = packages.filter((name) => !(name in rows));
if (missing.length > 0)
  throw new Error(`add a row to .dependency-cruiser.mjs for packages/${missing.join(", packages/")}`);

const { compilerOptions } = JSON.parse(readFileSync(new URL("tsconfig.base.json", here), "utf8"));
const entries = Object.values(compilerOptions.paths).map(([file]) => `^${file.slice(2).replaceAll(".", "\\.")}$`);

const sources = (name) => ({
  path: `^packages/${name}/`,
  pathNot: "\\.(test|arbitrary)\\.ts$|/(?:test|scripts)/|/tsup\\.config\\.ts$",
});
const anyOf = (names) => (names.length === 0 ? "(?!)" : `(?:${names.join("|")})`);

/** The three rules that one row stands for. */
function readRow([name, { ours, types, outside }]) {
  const list = (names) => (names.length === 0 ? "nothing" : names.join(", "));
  const third = outside.filter((item) => item !== "node");
  const withNode = outside.includes("node");
  return [
    {
      name: `${name}-imports-ours`,
      comment: `packages/${name} may import of our packages: ${list([...ours, ...types.map((type) => `${type} (types)`)])}.`,
      severity: "error",
      from: sources(name),
      to: { path: "^packages/", pathNot: `^packages/${anyOf([name, ...ours, ...types])}/` },
    },
    {
      name: `${name}-imports-types`,
      comment: `packages/${name} may import only types (\`import type\`) from: ${list(types)}.`,
      severity: "error",
      from: sources(name),
      to: { path: `^packages/${anyOf(types)}/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: `${name}-imports-outside`,
      comment: `packages/${name} may import from outside: ${list(outside)}.`,
      severity: "error",
      from: sources(name),
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-optional", "npm-no-pkg", ...(withNode ? [] : ["core"])],
        pathNot: `node_modules/(?:@types/)?${anyOf(third)}/`,
      },
    },
  ];
}

export default {
  forbidden: [
    ...Object.entries(rows).flatMap(readRow),
    {
      name: "public-entries-only",
      comment: "Another package is imported by its name, never by a path into its `src`.",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/", pathNot: ["^packages/$1/", ...entries] },
    },
    {
      name: "by-name",
      comment: "Another package is imported by its name, never by a relative path.",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypesNot: ["aliased"] },
    },
    {
      name: "no-cycles",
      comment:
        "Modules must not import each other in a circle; types may refer to each other, and the parts of a recursive language too.",
      severity: "error",
      from: { pathNot: "^packages/rego/src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      comment: "Every import must lead to a file or an installed package.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/|^tsup\\.shared" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
