import type { Answer, Binding, BoundPolicy, PolicyRef, Problem, Subject } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { ConcernedConstraint, Examination } from "../client/gatekeeper-client.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { createInventory, type Inventory } from "../inventory/inventory.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import type { Fault, Outcome } from "../outcome.js";
import { bindConstraints } from "./bound-constraints.js";
import { examineEvaluated, examineReview } from "./examine-subject.js";
import { type IgnoreLabelRefusal, refuseIgnoreLabel } from "./ignore-label.js";
import type { LoadedGatekeeper } from "./load-gatekeeper.js";
import { subjectRequest } from "./subject-request.js";
import { answerResults, type ValidationAnswer } from "./webhook-answer.js";

const GATEKEEPER: PolicyRef = { kind: "Gatekeeper", name: "validation.gatekeeper.sh" };
const LABEL_WEBHOOK: PolicyRef = { kind: "Gatekeeper", name: "check-ignore-label.gatekeeper.sh" };
const SERVICE_ACCOUNT = "system:serviceaccount:gatekeeper-system:gatekeeper-admin";

/** Finds the constraints that concern a subject, and what they find. */
export class SubjectBinder {
  private readonly inventories = new WeakMap<readonly unknown[], Inventory>();

  constructor(private readonly loaded: LoadedGatekeeper) {}

  bind(subject: Subject): Binding {
    const request = subjectRequest(subject);
    const pass = this.reasonToPass(request);
    if (pass !== undefined) return letPass(pass);
    const outcome = this.examine(subject, request);
    const refusal = refuseIgnoreLabel(request, this.loaded.options.exemptNamespaces ?? {});
    const label = refusal === undefined ? [] : [bindLabelWebhook(refusal)];
    if (!outcome.ok) {
      const answer = refuse(outcome.error);
      return { policies: label, considered: [], problems: [describeFault(outcome.error)], answer };
    }
    const explained = subject.review.explain === true ? this.explainSkipped(outcome.value.concerned) : [];
    return {
      policies: [...label, ...bindConstraints(outcome.value)],
      considered: explained,
      problems: [],
      answer: () => toAnswer(answerWith(outcome.value, refusal)),
    };
  }

  /** Why the webhook lets a request pass without looking at it. */
  private reasonToPass({ userInfo, kind, name, namespace, operation, object, oldObject }: AdmissionRequest) {
    const { serviceAccount = SERVICE_ACCOUNT } = this.loaded.options;
    const username = ObjectView.root(new Reading(), userInfo, []).string("username");
    if (username === serviceAccount) return "Gatekeeper does not self-manage";
    const isNamespace = kind.group === "" && kind.kind === "Namespace";
    const judged = ObjectView.root(new Reading(), operation === "DELETE" ? oldObject : object, []);
    const ownName = judged.object("metadata").string("name") ?? name;
    return this.loaded.isExcluded("webhook", isNamespace ? ownName : namespace)
      ? "Namespace is set to be ignored by Gatekeeper config"
      : undefined;
  }

  private examine(subject: Subject, request: AdmissionRequest): Outcome<Examination> {
    const surroundings = { inventory: this.inventoryOf(subject), providers: this.providersFor(subject) };
    return subject.judgedAs === "pod"
      ? examineEvaluated(subject, request, this.loaded, surroundings)
      : examineReview(subject, request, this.loaded, surroundings);
  }

  /** The same list of objects, handed in again, is put in order only once. */
  private inventoryOf({ review: { inventory = NO_OBJECTS } }: Subject): Inventory {
    const known = this.inventories.get(inventory) ?? createInventory(inventory);
    this.inventories.set(inventory, known);
    return known;
  }

  private providersFor({ review }: Subject): ProviderAnswers {
    const given = review.facts?.providers;
    // What is read of answers is checked where it is read.
    return { ...this.loaded.options.providers, ...(given as ProviderAnswers | undefined) };
  }

  private explainSkipped(concerned: readonly ConcernedConstraint[]): Binding["considered"] {
    const known = new Set(concerned.map(({ constraint }) => `${constraint.kind} ${constraint.name}`));
    return this.loaded.client.constraints
      .filter(({ kind, name }) => !known.has(`${kind} ${name}`))
      .map(({ kind, name }) => ({
        policy: { kind, name },
        outcome: "skipped",
        note: "its match does not concern the object",
      }));
  }
}

const bindLabelWebhook = ({ message, path, value }: IgnoreLabelRefusal): BoundPolicy => ({
  policy: LABEL_WEBHOOK,
  actions: ["deny"],
  rules: [{ id: "ignore-label", about: {}, run: () => [{ message, findings: [{ path, found: value }] }] }],
});

const NO_OBJECTS: readonly unknown[] = [];

const letPass = (message: string): Binding => ({
  policies: [],
  considered: [{ policy: GATEKEEPER, outcome: "exempt", note: message }],
  problems: [],
  answer: () => toAnswer({ allowed: true, code: 200, message }),
});

/** Whoever could not be judged is refused. */
const describeFault = ({ code, message }: Fault): Problem => ({
  code,
  message: message.trim().replace(/\s*\n\s*/g, "; "),
  policy: GATEKEEPER,
  effect: "deny",
});

const refuse =
  ({ message }: Fault) =>
  (): Answer =>
    toAnswer({ allowed: false, code: 500, message });

/** A server asks both webhooks; the one that denies is heard. */
const answerWith = (examination: Examination, refusal: IgnoreLabelRefusal | undefined): ValidationAnswer => {
  const answer = answerResults(examination.results);
  if (refusal === undefined || !answer.allowed) return answer;
  return { ...answer, allowed: false, code: 403, reason: "Forbidden", message: refusal.message };
};

const toAnswer = ({ warnings = [], ...answer }: ValidationAnswer): Answer => ({
  server: "gatekeeper",
  ...answer,
  warnings,
  auditAnnotations: {},
});
