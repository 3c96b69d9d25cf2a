import {
  aggregateBuiltins,
  allBuiltins,
  type Builtin,
  castBuiltins,
  formatBuiltins,
  hostBuiltins,
  networkBuiltins,
  numberBuiltins,
  operatorBuiltins,
  regexBuiltins,
  setBuiltins,
  stringBuiltins,
  trimmingBuiltins,
  walkBuiltins,
} from "@ostiary/rego";
import { code, type Page, table } from "./page.js";
import { countCases } from "./rego-conformance.js";

/** Sets of cases by where they come from: what they are, and the names of their files. */
const SETS: readonly (readonly [what: string, files: RegExp])[] = [
  ["OPA's own cases for Rego v1", /^(?!v0-|regorus-|regocpp-|random$|rego-errors$)/],
  ["OPA's own cases for Rego v0", /^v0-/],
  ["cases of regorus, answered by OPA", /^regorus-/],
  ["cases of rego-cpp, answered by OPA", /^regocpp-/],
  ["random programs, answered by OPA", /^random$/],
  ["policies with errors: OPA's errors, word for word", /^rego-errors$/],
];

/** Parts of the language, and the groups of OPA's cases that are about them. */
const FEATURES: readonly (readonly [what: string, groups: string])[] = [
  ["complete rules, several definitions", "completedoc|disjunction|indexing"],
  [
    "partial sets and objects, `contains`",
    "partialsetdoc|partialobjectdoc|partialdocconstants|partialiter|containskeyword",
  ],
  ["rules whose names are references", "refheads"],
  ["`default`, of functions too", "defaultkeyword"],
  ["`else`", "elsekeyword"],
  ["functions, their patterns and conflicts", "functions|functionerrors|topdowndynamicdispatch"],
  ["comprehensions", "comprehensions"],
  ["`not`", "negation"],
  ["`every`", "every"],
  ["`with`, of functions too", "withkeyword"],
  ["`:=`, `=`, patterns", "assignments|eqexpr|evaltermexpr"],
  ["comparison and order of all values", "comparisonexpr"],
  [
    "references, with variables and collections",
    "(?:composite|nested|var|indirect)references|compositebasedereference",
  ],
  ["documents of data and rules, merged", "baseandvirtualdocs|virtualdocs|dataderef|embeddedvirtualdoc|inputvalues"],
  ["template strings", "stringinterpolation"],
  ["keywords as names", "keywordrefs"],
  ["metadata", "regometadata(?:chain|rule)"],
];

type Family = readonly { readonly name: string }[];

/** Builtins without a prefix, by what they are about. */
const FAMILIES: readonly (readonly [what: string, builtins: Family])[] = [
  ["aggregates", aggregateBuiltins],
  ["sets", setBuiltins],
  ["numbers", numberBuiltins],
  ["strings", [...stringBuiltins, ...formatBuiltins, ...trimmingBuiltins]],
  ["types and casts", castBuiltins],
  ["trees", walkBuiltins],
  ["regular expressions", regexBuiltins],
  ["tracing", hostBuiltins],
  ["operators", operatorBuiltins],
];

/** The page that tells which part of Rego there is. */
export const regoPage = (): Page => ({ path: "reference/rego.md", text: describeAll() });

const describeAll = (): string => `# Rego: what is supported

\`@ostiary/rego\` and \`ostiary rego\` evaluate Rego v0 and v1 as OPA 1.17.1 does, the release that Gatekeeper links; the option
\`reference: "1.22"\` gives the answers of OPA 1.22 where the two differ. What agrees is counted with cases that were run with OPA itself.

## Agreement with OPA

${countTable("cases", SETS)}

## The language

${countTable(
  "OPA's cases about",
  FEATURES.map(([what, groups]) => [what, new RegExp(`^(?:v0-)?(?:${groups})$`)]),
)}

## Builtins

${builtins.size} builtins. *Host*: needs what the host gives: the time, random numbers or UUIDs. *v0*: deprecated, an error
in v1.

${table(
  ["family", "builtins"],
  families().map(([what, names]) => [what, names.map(describeBuiltin).join(", ")]),
)}

${networkBuiltins.map(({ name }) => code(name)).join(" and ")} do not exist unless the host adds them; it can add functions of its own, too.

## Limits

An evaluation ends with an error, and never hangs or overflows the stack, when it takes more than 5,000,000 steps, nests more than 500
calls, or makes a text, collection or number that is too large; hosts set these limits. Terms nest 250 levels deep in a source.
`;

const countTable = (heading: string, rows: readonly (readonly [string, RegExp])[]): string =>
  table(
    [heading, "agree", "differ"],
    rows.map(([what, files]) => {
      const { agree, differ } = countCases(files);
      return [what, ...[agree, differ].map((count) => count.toLocaleString("en"))];
    }),
  );

/** Those that policies can call by name. */
const builtins: ReadonlyMap<string, Builtin> = new Map(
  [...allBuiltins()].filter(([name]) => !name.startsWith("internal.")),
);

/** The builtins by family, those with a prefix by that. */
const families = (): readonly (readonly [string, readonly string[]])[] => {
  const groups = new Map<string, string[]>(FAMILIES.map(([what]) => [what, []]));
  for (const name of [...builtins.keys()].sort()) {
    const family = name.includes(".") ? code(prefixOf(name)) : familyOf(name);
    groups.set(family, [...(groups.get(family) ?? []), name]);
  }
  return [...groups].filter(([, names]) => names.length > 0);
};

const prefixOf = (name: string): string => name.slice(0, name.lastIndexOf("."));

const familyOf = (name: string): string =>
  FAMILIES.find(([, members]) => members.some((member) => member.name === name))?.[0] ?? "others";

const describeBuiltin = (name: string): string => {
  const builtin = builtins.get(name);
  const written = builtin?.infix === undefined ? code(name) : `${code(builtin.infix)} (${code(name)})`;
  const marks = [
    ...(builtin?.deprecated === true ? ["*v0*"] : []),
    ...(builtin?.impure !== undefined ? ["*host*"] : []),
  ];
  return [written, ...marks].join(" ");
};
