// Says in one sentence what a failed gate guards and what to do, for the gates whose tool does not:
//   TOOL … || node scripts/explain.mjs GATE
const sentences = {
  lint: "The sources are not formatted, or break a lint rule: run `pnpm format`, then mend by hand what it could not.",
  types: "The type check failed: mend the types; casts and `any` are no way out.",
  imports:
    "A package imports what it may not: the arrows between packages are the table in .dependency-cruiser.mjs, and other packages are reached only through their public entries.",
  coverage:
    "A line or branch of the rules, of core or of Rego's parser, compiler and evaluator is not run by a test of its own package: test it, or delete it.",
};

const gate = process.argv[2] ?? "";
console.error(`\n${sentences[gate] ?? `The gate \`${gate}\` failed.`}`);
process.exit(1);
