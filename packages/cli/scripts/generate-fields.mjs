// Writes src/explain/fields.generated.json: what `ostiary explain` says of the fields of policies, from the comments above their
// rules, and from examples that are judged in every release.
// Run it with `pnpm --filter ostiary generate` after a field has changed; a test tells when that was forgotten.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluate, readPolicies } from "@ostiary/core";
import { deckhouse } from "@ostiary/core/deckhouse";
import { OPERATION_CONSTRAINTS, RELEASES, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import { dump } from "js-yaml";
import { FIELD_EXAMPLES } from "./field-examples.mjs";
import { commentsIn, readComment } from "./read-comment.mjs";

const generatedFile = new URL("../src/explain/fields.generated.json", import.meta.url);
const folderOf = (name) => new URL(`../../rules/src/${name}/`, import.meta.url);

const KINDS = [
  { policy: "OperationPolicy", folder: folderOf("operation"), constraints: OPERATION_CONSTRAINTS, open: {} },
  {
    policy: "SecurityPolicy",
    folder: folderOf("security"),
    constraints: SECURITY_CONSTRAINTS,
    // What forbids where it is absent, in some release.
    open: {
      allowPrivileged: true,
      allowPrivilegeEscalation: true,
      allowHostIPC: true,
      allowHostPID: true,
      allowHostNetwork: true,
    },
  },
];

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

/** What becomes of an object under a policy that says only this. */
function judge(object, { policy, open }, policies, release) {
  const spec = { match: { namespaceSelector: { matchNames: ["default"] } }, policies: { ...open, ...policies } };
  const document = { apiVersion: "deckhouse.io/v1alpha1", kind: policy, metadata: { name: "example" }, spec };
  const set = readPolicies([document], { kinds: [deckhouse({ release })] });
  const decision = evaluate(object, {}, set, { namespace: "default" });
  return { ...decision, isRefused: set.problems.some(({ effect }) => effect === "deny") };
}

/** What an empty value means, seen from an object that the value of the example refuses. */
function meaningOfEmpty(failing, kind, field, release) {
  const [value, , , beside] = FIELD_EXAMPLES[field.name];
  const empty = emptiest(value);
  if (empty === undefined || failing === undefined) return undefined;
  const { isRefused, violations } = judge(failing, kind, { ...beside, [field.name]: empty }, release);
  if (isRefused) return "the API server refuses the policy";
  return violations.length > 0 ? "refuses it too" : "admits it";
}

/** What a release says and does; a release that does not have the field says nothing. */
function describeRelease(release, kind, constraint, field) {
  const [value, , failing, beside] = FIELD_EXAMPLES[field.name];
  if (field.schema[release] === undefined) return { release, isKnown: false };
  const policies = { ...beside, [field.name]: value };
  const violations = failing === undefined ? [] : judge(failing, kind, policies, release).violations;
  const messages = violations.filter((violation) => violation.constraint.kind === constraint.name);
  const empty = meaningOfEmpty(failing, kind, field, release);
  return { release, isKnown: true, messages: messages.map(({ message }) => message), ...(empty && { empty }) };
}

const write = (manifest) => dump(manifest, { noRefs: true });

function describeField(field, constraint, kind, comments) {
  const comment = comments.get(field.name);
  const [value, passing, failing, beside] = FIELD_EXAMPLES[field.name];
  if (comment === undefined) throw new Error(`no comment above the field ${field.name}`);
  const others = constraint.fields.filter(({ name }) => name !== field.name).map(({ name }) => name);
  const empty = emptiest(value);
  return {
    id: field.name,
    policy: kind.policy,
    constraint: constraint.name,
    ...comment,
    ...(others.length > 0 && { together: { fields: others, facts: comments.get(constraint.name)?.facts ?? [] } }),
    setting: dump({ ...beside, [field.name]: value }, { flowLevel: 3 }),
    ...(empty !== undefined && { empty: JSON.stringify(empty) }),
    passing: write(passing),
    ...(failing && { failing: write(failing) }),
    releases: RELEASES.map((release) => describeRelease(release, kind, constraint, field)),
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
