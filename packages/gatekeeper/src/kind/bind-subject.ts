import type { Binding, BoundPolicy, GatekeeperPart, PolicyRef, Subject } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { ConcernedConstraint, Examination } from "../client/gatekeeper-client.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { createInventory, type Inventory } from "../inventory/inventory.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import type { Fault, Outcome } from "../outcome.js";
import { admit } from "../resource/admit.js";
import { bindConstraints } from "./bound-constraints.js";
import { examineEvaluated, examineReview, matchableReviews } from "./examine-subject.js";
import { explainSkipped } from "./explain-skipped.js";
import { type IgnoreLabelRefusal, refuseIgnoreLabel } from "./ignore-label.js";
import type { LoadedGatekeeper } from "./load-gatekeeper.js";
import { onOneLine } from "./policy-documents.js";
import { subjectRequest } from "./subject-request.js";
import type { ValidationAnswer } from "./webhook-answer.js";

const GATEKEEPER: PolicyRef = { kind: "Gatekeeper", name: "validation.gatekeeper.sh" };
const LABEL_WEBHOOK: PolicyRef = { kind: "Gatekeeper", name: "check-ignore-label.gatekeeper.sh" };

/** Finds the constraints that concern a subject, and what they find. */
export class SubjectBinder {
  private readonly inventories = new WeakMap<readonly unknown[], Inventory>();

  constructor(private readonly loaded: LoadedGatekeeper) {}

  bind(subject: Subject): Binding {
    const request = subjectRequest(subject);
    const early = this.admit(request) ?? this.passExcluded(request);
    if (early !== undefined) return early;
    const outcome = this.examine(subject, request);
    const refusal = refuseIgnoreLabel(request, this.loaded.options.exemptNamespaces ?? {});
    const label = refusal === undefined ? [] : [bindLabelWebhook(refusal)];
    if (!outcome.ok) {
      const { error } = outcome;
      return { ...refuse(error, { allowed: false, code: 500, message: error.message }), policies: label };
    }
    const explains = subject.review.explain === true;
    const explained = explains ? this.explainSkipped(subject, request, outcome.value.concerned) : [];
    return {
      policies: [...label, ...bindConstraints(outcome.value)],
      considered: explained,
      problems: [],
      gatekeeper: refusal === undefined ? {} : { refusal: refusal.message },
    };
  }

  /** What is said of who asks, and of resources of Gatekeeper itself, before any policy is asked. */
  private admit(request: AdmissionRequest): Binding | undefined {
    const { client, options } = this.loaded;
    const answer = admit(request, {
      ...(options.release !== undefined && { release: options.release }),
      ...(options.schemaRules !== undefined && { schemaRules: options.schemaRules }),
      ...(options.serviceAccount !== undefined && { serviceAccount: options.serviceAccount }),
      findTemplate: (name) => client.findTemplate(name),
    });
    if (answer === undefined) return undefined;
    const { allowed, message = "" } = answer;
    return allowed ? letPass(answer) : refuse({ code: "invalid-resource", message }, answer);
  }

  private passExcluded({ kind, name, namespace, operation, object, oldObject }: AdmissionRequest): Binding | undefined {
    const isNamespace = kind.group === "" && kind.kind === "Namespace";
    const judged = ObjectView.root(new Reading(), operation === "DELETE" ? oldObject : object, []);
    const ownName = judged.object("metadata").string("name") ?? name;
    return this.loaded.isExcluded("webhook", isNamespace ? ownName : namespace) ? letPass(EXCLUDED) : undefined;
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

  private explainSkipped(
    subject: Subject,
    request: AdmissionRequest,
    concerned: readonly ConcernedConstraint[],
  ): Binding["considered"] {
    const known = new Set(concerned.map(({ constraint }) => `${constraint.kind} ${constraint.name}`));
    const reviews = matchableReviews(subject, request, this.loaded);
    return this.loaded.client.constraints
      .filter(({ kind, name }) => !known.has(`${kind} ${name}`))
      .map(({ kind, name, document }) => ({
        policy: { kind, name },
        outcome: "skipped",
        note: explainSkipped(document, reviews),
      }));
  }
}

const bindLabelWebhook = ({ message, path, value }: IgnoreLabelRefusal): BoundPolicy => ({
  policy: LABEL_WEBHOOK,
  actions: ["deny"],
  rules: [{ id: "ignore-label", about: {}, run: () => [{ message, findings: [{ path, found: value }] }] }],
});

const NO_OBJECTS: readonly unknown[] = [];

const EXCLUDED: ValidationAnswer = {
  allowed: true,
  code: 200,
  message: "Namespace is set to be ignored by Gatekeeper config",
};

const letPass = (answer: ValidationAnswer): Binding => ({
  policies: [],
  considered: [
    { policy: GATEKEEPER, outcome: "exempt", ...(answer.message !== undefined && { note: answer.message }) },
  ],
  problems: [],
  gatekeeper: settle(answer),
});

/** Whoever could not be judged is refused. */
const refuse = ({ code, message }: Fault, answer: ValidationAnswer): Binding => ({
  policies: [],
  considered: [],
  problems: [{ code, message: onOneLine(message), policy: GATEKEEPER, effect: "deny" }],
  gatekeeper: settle(answer),
});

/** What the webhook replies whatever other policies say. */
const settle = ({ warnings: _, ...verdict }: ValidationAnswer): GatekeeperPart => ({ verdict });
