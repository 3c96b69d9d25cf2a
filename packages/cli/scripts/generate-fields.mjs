// Writes src/explain/fields.generated.json: what `ostiary explain` says of the fields of policies, from the comments above their
// rules, and from the fixtures, whose examples are judged in every release.
// Run it with `pnpm --filter ostiary generate` after a field has changed; a test tells when that was forgotten.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate, readPolicies } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { deckhouseFixtures, FIELD_CASES, policyOf } from "@ostiary/fixtures/deckhouse";
import { OPERATION_CONSTRAINTS, RELEASES, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import { dump } from "js-yaml";
import { commentsIn, readComment } from "./read-comment.mjs";

const generatedFile = new URL("../src/explain/fields.generated.json", import.meta.url);
const folderOf = (name) => new URL(`../../rules/src/${name}/`, import.meta.url);

const KINDS = [
  { policy: "OperationPolicy", folder: folderOf("operation"), constraints: OPERATION_CONSTRAINTS },
  { policy: "SecurityPolicy", folder: folderOf("security"), constraints: SECURITY_CONSTRAINTS },
];

const FIXTURES = [...deckhouseFixtures];

/** What is shown of a field: a policy, an object that passes under it, and one that does not. */
const examplesOf = (field) => {
  const [passing, other] = FIELD_CASES.find((candidate) => candidate.field === field.name).cases();
  return { value: passing.policies[field.name], policies: passing.policies, passing, other };
};

/** The comments above fields and above kinds of constraints, by the name of either. */
function readComments(folder) {
  const comments = new Map();
  for (const { lines, below } of commentsIn(folder)) {
    const [, field] = lines.map((line) => /^Field +spec\.policies\.(\w+)/.exec(line)).find(Boolean) ?? [];
    const [, kind] = /= constraintKind.*\n {2}name: "(\w+)"/.exec(below) ?? [];
    for (const name of [field, kind]) if (name !== undefined) comments.set(name, readComment(lines));
  }
  return comments;
}

const EMPTY = { object: {}, number: 0, boolean: false };

/** The value of a field that asks for the least; `undefined` where that is no other. */
function emptiest(value) {
  const empty = Array.isArray(value) ? [] : EMPTY[typeof value];
  return JSON.stringify(empty) === JSON.stringify(value) ? undefined : empty;
}

/** What an empty value means, seen from an object that the value of the example refuses. */
function meaningOfEmpty(field, kind, release) {
  const { value, policies, other } = examplesOf(field);
  const empty = emptiest(value);
  if (empty === undefined || other.verdict === "open") return undefined;
  const document = policyOf(kind.policy, { ...policies, [field.name]: empty });
  const set = readPolicies([document], { kinds: [deckhouse({ release })] });
  if (set.problems.some(({ effect }) => effect === "deny")) return "the API server refuses the policy";
  const { violations } = evaluate(other.object, {}, set, { namespace: "default" });
  return violations.length > 0 ? "refuses it too" : "admits it";
}

/** What a release says and does; a release that does not have the field says nothing. */
function describeRelease(release, kind, field) {
  const { other } = examplesOf(field);
  const isMeant = (fixture) =>
    fixture.field === field.name && fixture.release === release && fixture.name === other.name;
  const fixture = FIXTURES.find(isMeant);
  if (fixture === undefined) return { release, isKnown: false };
  const empty = meaningOfEmpty(field, kind, release);
  return { release, isKnown: true, messages: fixture.messages, ...(empty && { empty }) };
}

const write = (manifest) => dump(manifest, { noRefs: true });

function describeField(field, constraint, kind, comments) {
  const comment = comments.get(field.name);
  const { value, policies, passing, other } = examplesOf(field);
  if (comment === undefined) throw new Error(`no comment above the field ${field.name}`);
  const others = constraint.fields.filter(({ name }) => name !== field.name).map(({ name }) => name);
  const empty = emptiest(value);
  return {
    id: field.name,
    policy: kind.policy,
    constraint: constraint.name,
    ...comment,
    ...(others.length > 0 && { together: { fields: others, facts: comments.get(constraint.name)?.facts ?? [] } }),
    setting: dump(policies, { flowLevel: 3 }),
    ...(empty !== undefined && { empty: JSON.stringify(empty) }),
    passing: write(passing.object),
    [other.verdict === "open" ? "open" : "failing"]: write(other.object),
    releases: RELEASES.map((release) => describeRelease(release, kind, field)),
  };
}

/** What the generated file holds: an entry for every field, in the order of the constraints that policies make. */
export function generateFields() {
  return KINDS.flatMap((kind) => {
    const comments = readComments(kind.folder);
    return kind.constraints.flatMap((constraint) =>
      constraint.fields.map((field) => describeField(field, constraint, kind, comments)),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(generatedFile, `${JSON.stringify(generateFields(), undefined, 2)}\n`);
