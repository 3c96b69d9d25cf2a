import {
  type ClientResult,
  celEngine,
  createClient,
  createInventory,
  type Fault,
  type GatekeeperClient,
  isAdmissionReview,
  type Outcome,
  objectRequest,
  readAdmissionReview,
  readExpansionTemplates,
  regoEngine,
  reviewExpanded,
} from "@ostiary/gatekeeper";
import { readIdentity } from "../check/identity.js";
import type { CaseJudge, Verdict } from "./case-judge.js";
import type { SourceDocuments } from "./source-documents.js";
import { asJson, type Source, type SuiteCase, type SuiteTest } from "./suite-model.js";

const fail = (code: string, message: string): { readonly ok: false; readonly error: Fault } => ({
  ok: false,
  error: { code, message },
});

/**
 * Prepares a test as `gator verify` does: the object is seen without a Namespace, and nothing is known of who asks for what.
 *
 * @returns why no case can be run, in gator's words
 * @source gatekeeper, pkg/gator/verify/runner.go
 */
export const judgeAsGator = (test: SuiteTest, documents: SourceDocuments): Outcome<CaseJudge> => {
  const [template = "", constraint = ""] = [test.templates[0], test.constraints[0]];
  if (template === "") return fail("missing-template", "missing template");
  if (constraint === "") return fail("missing-constraint", "missing constraint");
  const templateDocument = loadOfGroup(template, "templates.gatekeeper.sh", "ConstraintTemplate", documents);
  const constraintDocument = loadOfGroup(constraint, "constraints.gatekeeper.sh", "Constraint", documents);
  if (!templateDocument.ok) return templateDocument;
  if (!constraintDocument.ok) return constraintDocument;
  const expansions = documents.loadAll(test.expansions);
  if (!expansions.ok) return expansions;
  const engines = [celEngine(), regoEngine({ print: () => undefined })];
  const policies = { templates: [templateDocument.value], constraints: [constraintDocument.value], data: [] };
  const loaded = createClient(policies, { engines });
  const expansion = readExpansionTemplates(expansions.value);
  const [faulty] = [...loaded.templateFaults, expansion.problems[0]].filter((fault) => fault !== undefined);
  if (faulty !== undefined) return fail(faulty.code, faulty.message);
  const [refused] = loaded.constraintFaults.filter((fault) => fault !== undefined);
  if (refused !== undefined) return fail(codeOf(refused.message), refused.message);
  const { client } = loaded;
  return { ok: true, value: { judge: (one) => judge(one, client, expansion.templates, documents) } };
};

const loadOfGroup = (source: Source, group: string, what: string, documents: SourceDocuments): Outcome<unknown> => {
  const read = documents.loadOne(source);
  if (!read.ok || readIdentity(read.value).apiVersion.startsWith(`${group}/`)) return read;
  return fail("not-a-policy", `not a ${what}`);
};

/** Of a test that expects its constraint to be refused, gator means by the schema. */
const codeOf = (message: string): string =>
  message.startsWith("schema validation failed") ? "invalid-constraint" : "refused-constraint";

const judge = (
  one: SuiteCase,
  client: GatekeeperClient,
  templates: Parameters<typeof reviewExpanded>[2]["templates"],
  documents: SourceDocuments,
): Outcome<Verdict> => {
  if ((one.object ?? "") === "") return fail("invalid-case", "must define object");
  if (one.assertions.length === 0) return fail("invalid-case", "assertions must be non-empty");
  const object = documents.loadOne(one.object ?? "");
  const data = documents.loadAll(one.inventory);
  if (!object.ok) return object;
  if (!data.ok) return data;
  const inventory = createInventory(data.value);
  const faulty = inventory.faults.find((fault) => fault !== undefined);
  if (faulty !== undefined) return { ok: false, error: faulty };
  const about = { source: "Original", enforcementPoint: "gator.gatekeeper.sh", inventory } as const;
  if (!isAdmissionReview(object.value)) {
    const request = objectRequest(asJson(object.value));
    return describe(reviewExpanded(client, { ...about, request }, { templates }));
  }
  const request = readAdmissionReview(object.value);
  return request.ok ? describe(client.review({ ...about, request: request.value })) : request;
};

const describe = (outcome: Outcome<readonly ClientResult[]>): Outcome<Verdict> => {
  if (!outcome.ok) return outcome;
  const violations = outcome.value.map(({ message, constraint, enforcementAction }) => ({
    policy: constraint.name,
    rule: constraint.kind,
    action: enforcementAction,
    message,
  }));
  return { ok: true, value: { violations } };
};
