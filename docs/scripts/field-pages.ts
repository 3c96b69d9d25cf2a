import { type DeckhouseFixture, deckhouseFixtures, FIELD_CASES } from "@ostiary/fixtures/deckhouse";
import {
  DEFAULT_RELEASE,
  OPERATION_CONSTRAINTS,
  type PolicyField,
  RELEASES,
  SECURITY_CONSTRAINTS,
} from "@ostiary/rules/deckhouse";
import { FIELD_TEXTS, type FieldText } from "../../packages/cli/src/explain/fields.js";
import { describeFact, markCode } from "./facts.js";
import { block, code, type Page, plain, table } from "./page.js";
import { checkByPolicy, readObject, type Verdict, verdictOf } from "./policy-evidence.js";
import { schemaText } from "./schema-text.js";

const FIELDS = [...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS].flatMap(({ fields }) => fields);
const FIXTURES = [...deckhouseFixtures];
const POLICIES = ["OperationPolicy", "SecurityPolicy"];

/** Fields that forbid in some release where they are absent: a policy that is to ask for one thing sets them. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  SecurityPolicy: ["allowPrivileged", "allowPrivilegeEscalation", "allowHostIPC", "allowHostPID", "allowHostNetwork"],
};

/** A page for every field of Deckhouse's policies, and an index. */
export const fieldPages = (): readonly Page[] => [
  { path: "policies/index.md", text: describeAll() },
  ...FIELD_TEXTS.map((text) => ({ path: `policies/${text.id}.md`, text: describe(text) })),
];

const describeAll = (): string => `# Fields of Deckhouse policies

The ${FIELD_TEXTS.length} fields of OperationPolicy and SecurityPolicy, each with a page of its own: what it asks, of which objects, in which
release, with a policy, an object that passes, one that fails, and what each release says of it. These pages are made from the rules
themselves. [Differences between releases](./releases.md) and [Kubernetes versus Deckhouse](./standards.md) compare.

${POLICIES.map(describePolicy).join("\n\n")}
`;

const describePolicy = (policy: string): string => `## ${policy}

${table(
  ["field", "constraint", ...RELEASES, "asks"],
  FIELD_TEXTS.filter((text) => text.policy === policy).map(({ id, constraint, releases, summary }) => [
    `[${code(id)}](./${id}.md)`,
    code(constraint),
    ...releases.map(({ isKnown }) => (isKnown ? "yes" : "no")),
    markCode(summary),
  ]),
)}`;

const describe = (text: FieldText): string => {
  const { id, policy, constraint, summary, passing, failing, open } = text;
  const facts = text.facts.filter(({ name }) => name !== FIX);
  const sections = [
    `# ${id}`,
    markCode(summary),
    table(["", ""], [["Policy", policy], ["Constraint", code(constraint)], ...facts.map(describeFact)]),
    ...describeTogether(text),
    "## What it holds",
    describeSchema(id),
    "## What to do",
    describeFix(text),
    "## A policy",
    block("yaml", policyOf(text)),
    "## An object that passes",
    block("yaml", passing),
    describeVerdicts(text, passing),
    ...(failing === undefined ? [] : describeFailing(text, failing)),
    ...(open === undefined ? [] : describeOpen(text, open)),
    "## Cases",
    "The fixtures of this field: a value, and what becomes of an object. Other fields ask for nothing.",
    describeCases(id),
  ];
  return `${sections.join("\n\n")}\n`;
};

/** The name of the fact that says what to do about an object that the field refuses. */
const FIX = "Fix";

/** The sentence that says what to do, from the comment of the rule. */
const describeFix = ({ facts }: FieldText): string => {
  const text = facts.find(({ name }) => name === FIX)?.lines.join(" ") ?? "";
  return markCode(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
};

const describeOpen = (text: FieldText, open: string): readonly string[] => [
  "## An object that is not judged without facts",
  block("yaml", open),
  describeVerdicts(text, open),
];

const VERDICTS: Readonly<Record<DeckhouseFixture["verdict"], string>> = {
  pass: "passes",
  fail: "refused",
  open: "not judged",
  refused: "the API server refuses the policy",
};

const describeCases = (id: string): string => {
  const cases = FIELD_CASES.find(({ field }) => field === id)?.cases() ?? [];
  const rows = cases.map(({ name, policies, exception }) => {
    const verdicts = RELEASES.map((release) => {
      const isMeant = (one: DeckhouseFixture) => one.field === id && one.name === name && one.release === release;
      const found = FIXTURES.find(isMeant);
      return found === undefined ? "does not have the field" : VERDICTS[found.verdict];
    });
    const given = [policies, ...(exception === undefined ? [] : [{ exception }])];
    return [plain(name), given.map((value) => code(JSON.stringify(value))).join("\n"), ...verdicts];
  });
  return table(["object", "policies", ...RELEASES], rows);
};

const describeTogether = ({ together }: FieldText): readonly string[] => {
  if (together === undefined) return [];
  const links = together.fields.map((name) => `[${code(name)}](./${name}.md)`);
  const facts = together.facts.length === 0 ? [] : [table(["", ""], together.facts.map(describeFact))];
  return [`It makes one constraint together with ${links.join(", ")}.`, ...facts];
};

/** What the field may hold in every release; releases that agree share a row. */
const describeSchema = (id: string): string => {
  const field = FIELDS.find(({ name }) => name === id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return table(["releases", "value"], groupReleases(field));
};

const groupReleases = (field: PolicyField): readonly (readonly string[])[] => {
  const groups = new Map<string, string[]>();
  for (const release of RELEASES) {
    const text = schemaText(field, release) ?? "";
    groups.set(text, [...(groups.get(text) ?? []), release]);
  }
  return [...groups].map(([text, releases]) => [
    releases.join(", "),
    text === "" ? "unknown: the API server drops it" : code(text),
  ]);
};

/** A policy that asks for what the field asks for, and nothing else. */
const policyOf = ({ policy, id, setting }: FieldText): string => {
  const open = (OPEN[policy] ?? []).filter((name) => name !== id && !new RegExp(`^${name}:`, "m").test(setting));
  const lifted =
    open.length === 0 ? [] : ["# forbidden where absent, in some releases", ...open.map((name) => `${name}: true`)];
  const fields = [...setting.trimEnd().split("\n"), ...lifted];
  return `apiVersion: deckhouse.io/v1alpha1
kind: ${policy}
metadata:
  name: example
spec:
  match:
    namespaceSelector:
      matchNames: [default]
  policies:
${fields.map((line) => `    ${line}`).join("\n")}`;
};

const describeVerdicts = (text: FieldText, manifest: string): string => {
  const object = readObject(manifest).value;
  const policy = readObject(policyOf(text)).value;
  const rows = RELEASES.map((release) => {
    const isKnown = text.releases.some((known) => known.release === release && known.isKnown);
    return [release, ...(isKnown ? describeVerdict(verdictOf(object, { policies: [policy] }, release)) : UNKNOWN)];
  });
  return table(["release", "", "says"], rows);
};

const UNKNOWN: readonly string[] = ["does not have the field", ""];

const describeVerdict = ({ verdict, messages }: Verdict): readonly string[] => [
  verdict,
  messages.map(plain).join("\n"),
];

const describeFailing = (text: FieldText, failing: string): readonly string[] => [
  "## An object that fails",
  block("yaml", failing),
  describeVerdicts(text, failing),
  `${code("ostiary check object.yaml --policies policy.yaml --level privileged")} says:`,
  block("text", checkByPolicy(failing, readObject(policyOf(text)).value, DEFAULT_RELEASE)),
  ...describeEmpty(text),
];

const describeEmpty = ({ id, empty, releases }: FieldText): readonly string[] => {
  const rows = releases.flatMap((release) => (release.empty === undefined ? [] : [[release.release, release.empty]]));
  if (empty === undefined || rows.length === 0) return [];
  return [`With ${code(`${id}: ${empty}`)} instead:`, table(["release", ""], rows)];
};
