import {
  type ConstraintKind,
  OPERATION_CONSTRAINTS,
  type PerRelease,
  RELEASES,
  SECURITY_CONSTRAINTS,
} from "@ostiary/rules/deckhouse";
import { stringify } from "yaml";
import { FIELD_TEXTS, type FieldText } from "../../packages/cli/src/explain/fields.js";
import { markCode } from "./facts.js";
import { block, code, type Page, plain, table } from "./page.js";
import { verdictOf } from "./policy-evidence.js";
import { RELEASE_CASES, type ReleaseCase } from "./release-cases.js";

/** Names of facts that tell what differs between releases. */
const DIFFERENCES: readonly string[] = ["Since", "Made", "Empty", "Releases"];

const CONSTRAINTS = [...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS];

/** The page that compares the releases of Deckhouse. */
export const releasePage = (): Page => ({ path: "policies/releases.md", text: describeAll() });

const describeAll = (): string => `# Differences between releases

What the three known states of Deckhouse's admission-policy-engine do differently: v1.66.0, v1.76.2, and branch main of 6 August 2026,
called \`next\`. Every verdict on this page is what the rules of the release say when the page is made.

## Objects on which they disagree

${table(
  ["object", ...RELEASES],
  RELEASE_CASES.map((each, index) => [
    `[${plain(each.title)}](#case-${index + 1})`,
    ...RELEASES.map((release) => verdictOf(each.object, each, release).verdict),
  ]),
)}

## Fields that differ

Fields of policies that not every release has, or that mean something else in some of them. The words of the messages differ more often:
the page of each field has them.

${table(["field", "policy", "what differs"], FIELD_TEXTS.flatMap(describeField))}

## Behaviours

Each kind of constraint has one rule for each behaviour, and releases that judge alike, word for word, share one: equal numbers in a row
are the same rule. In brackets stands how the constraint is made from a policy, where that differs.

${table(["constraint", "fields", ...RELEASES], CONSTRAINTS.map(describeBehaviours))}

${RELEASE_CASES.map(describeCase).join("\n\n")}
`;

const describeBehaviours = ({ name, fields, behaviours, generations }: ConstraintKind): readonly string[] => [
  code(name),
  fields.map((field) => `[${code(field.name)}](./${field.name}.md)`).join(" "),
  ...RELEASES.map((release) => {
    const behaviour = behaviours[release];
    if (behaviour === undefined) return "no such constraint";
    return differs(generations) ? `${behaviour} (made as ${generations[release]})` : String(behaviour);
  }),
];

const differs = (numbers: PerRelease<number | undefined>): boolean =>
  new Set(Object.values(numbers).filter((number) => number !== undefined)).size > 1;

const describeField = (text: FieldText): readonly (readonly string[])[] => {
  const facts = [...text.facts, ...(text.together?.facts ?? [])];
  const told = facts.filter(({ name, lines }) => DIFFERENCES.includes(name) && namesRelease(lines.join(" ")));
  if (told.length === 0) return [];
  const lines = told.map((fact) => markCode(`${fact.name === "Since" ? "since " : ""}${fact.lines.join(" ")}`));
  return [[`[${code(text.id)}](./${text.id}.md)`, text.policy, lines.join("\n")]];
};

const namesRelease = (text: string): boolean => RELEASES.some((release) => text.includes(release));

const describeCase = (each: ReleaseCase, index: number): string => {
  const { title, level, policies = [], object } = each;
  const rows = RELEASES.map((release) => {
    const { verdict, messages } = verdictOf(object, each, release);
    return [release, verdict, messages.map(plain).join("\n")];
  });
  return [
    `## ${plain(title)} {#case-${index + 1}}`,
    ...(level === undefined ? [] : [`In a namespace labelled ${code(`security.deckhouse.io/pod-policy: ${level}`)}:`]),
    block("yaml", [...policies, object].map((document) => stringify(document)).join("---\n")),
    table(["release", "", "says"], rows),
  ].join("\n\n");
};
