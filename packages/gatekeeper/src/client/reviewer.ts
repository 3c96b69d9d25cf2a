import type { Json } from "@ostiary/core";
import { compareBytes } from "@ostiary/rules";
import type { EngineConstraint, EngineResult, EngineReview } from "../engine/template-engine.js";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import type { Inventory } from "../inventory/inventory.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { Template } from "../template/template.js";
import type {
  ClientResult,
  ClientReview,
  ConcernedConstraint,
  EnforcementPoint,
  Examination,
  GatekeeperClient,
} from "./gatekeeper-client.js";
import type { LoadedConstraint, LoadedTemplate } from "./loaded-template.js";
import { type MatchableReview, matchReview, readMatchableReview } from "./match-review.js";
import { sortResults } from "./result-order.js";

/** What a client has loaded. */
export interface LoadedPolicySet {
  readonly templates: readonly LoadedTemplate[];
  readonly inventory: Inventory;
  readonly release: GatekeeperRelease;
  readonly enforcementPoints: readonly EnforcementPoint[];
}

const TARGET = "admission.k8s.gatekeeper.sh";

/** A constraint that is evaluated, and what is told of it with the actions that its violations have. */
interface Concerned {
  readonly loaded: LoadedConstraint;
  readonly told: ConcernedConstraint;
}

/** Reviews objects by what was loaded. */
export class LoadedReviewer implements GatekeeperClient {
  constructor(private readonly set: LoadedPolicySet) {}

  get constraints(): GatekeeperClient["constraints"] {
    return this.set.templates.flatMap(({ constraints }) =>
      [...constraints.values()].map(({ constraint: { kind, name, document } }) => ({ kind, name, document })),
    );
  }

  findTemplate(name: string): Template | undefined {
    return this.set.templates.find(({ template }) => template.name === name)?.template;
  }

  review(review: ClientReview): Outcome<readonly ClientResult[]> {
    const examined = this.examine(review);
    return examined.ok ? succeed(examined.value.results) : examined;
  }

  /** Objects may have getters that throw, or nest so deep that the stack ends: such an object is not judged. */
  examine(review: ClientReview): Outcome<Examination> {
    try {
      return this.examineReview(review);
    } catch (error) {
      const reason = error instanceof Error ? error.message : typeof error;
      return fail("review-failed", describeErrors(new Map([["internal", `could not be reviewed: ${reason}`]])));
    }
  }

  private examineReview(review: ClientReview): Outcome<Examination> {
    const { request, enforcementPoint, source, namespaceObject, inventory = this.set.inventory } = review;
    const refusal = this.refuse(review);
    if (refusal !== undefined) return fail("invalid-review", refusal);
    const matchable = readMatchableReview({ request, namespaceObject, source }, inventory.namespaces);
    const seen = describeReview(review, inventory);
    const results: ClientResult[] = [];
    const considered: ConcernedConstraint[] = [];
    const errors = new Map<string, string>();
    for (const template of this.set.templates) {
      if (!this.isAskedFor(template, review)) continue;
      const { concerned, rejected } = this.findConcerned(template, enforcementPoint, matchable);
      append(results, rejected);
      append(considered, rejected.map(actionsOnly));
      for (const { told } of concerned) considered.push(told);
      const outcome = judge(template, concerned, seen);
      if (outcome.ok) append(results, outcome.value);
      else errors.set(template.engine, outcome.error.message);
    }
    if (errors.size > 0) return fail("review-failed", describeErrors(errors));
    return succeed({ results: sortResults(results), concerned: considered });
  }

  /** Why nothing is reviewed at all. */
  private refuse({ request, enforcementPoint }: ClientReview): string | undefined {
    const points = this.set.enforcementPoints;
    if (!points.includes(enforcementPoint)) {
      return `enforcement point not supported by client, supported enforcement points: [${points.join(" ")}]`;
    }
    if (request.operation !== "DELETE" || request.oldObject !== null) return undefined;
    return `${TARGET}: target.HandleReview failed for target "${TARGET}": oldObject cannot be nil for DELETE operations\n`;
  }

  /** At the webhook a template may be for some operations only. */
  private isAskedFor({ template: { operations } }: LoadedTemplate, review: ClientReview): boolean {
    if (review.enforcementPoint !== "validation.gatekeeper.sh" || operations.length === 0) return true;
    if (!isSince(this.set.release, "3.21")) return true;
    return operations.includes("*") || operations.includes(review.request.operation);
  }

  private findConcerned(template: LoadedTemplate, point: EnforcementPoint, matchable: MatchableReview) {
    const concerned: Concerned[] = [];
    const rejected: ClientResult[] = [];
    for (const loaded of template.constraints.values()) {
      const { constraint } = loaded;
      const isScoped = constraint.enforcementAction === "scoped" && isSince(this.set.release, "3.17");
      const scopedActions = isScoped ? constraint.actionsAt(point) : undefined;
      if (scopedActions?.length === 0) continue;
      const isMatch = hasMatch(constraint.document)
        ? matchReview(constraint.matches, matchable, this.set.release)
        : true;
      if (isMatch === false) continue;
      const told = scopedActions === undefined ? loaded.told : { ...loaded.told, scopedActions };
      if (isMatch === true) concerned.push({ loaded, told });
      else rejected.push(reject(told, isMatch.fault));
    }
    return { concerned, rejected };
  }
}

/** Without a match block nothing of the object is looked at. */
const hasMatch = (document: Json): boolean => {
  const { spec } = document as { readonly spec?: Json };
  return typeof spec === "object" && spec !== null && Object.hasOwn(spec, "match");
};

const describeReview = (review: ClientReview, inventory: Inventory): EngineReview => {
  const { request, namespaceObject, enforcementPoint, providers = {} } = review;
  const { ruleNamespace = enforcementPoint === "gator.gatekeeper.sh" ? "hidden" : "shown" } = review;
  return {
    request,
    // Objects come from readers of JSON.
    namespaceObject: ruleNamespace === "shown" ? ((namespaceObject ?? undefined) as Json | undefined) : undefined,
    inventory: inventory.document,
    providers,
  };
};

const judge = (
  { rule }: LoadedTemplate,
  concerned: readonly Concerned[],
  review: EngineReview,
): Outcome<readonly ClientResult[]> => {
  if (concerned.length === 0) return succeed([]);
  const bySeen = new Map<EngineConstraint, Concerned>(concerned.map((one) => [one.loaded.seen, one]));
  const outcome = rule.review([...bySeen.keys()], review);
  if (!outcome.ok) return outcome;
  return succeed(
    outcome.value.flatMap((result) => {
      const one = bySeen.get(result.constraint);
      return one === undefined ? [] : [describeResult(one, result)];
    }),
  );
};

const actionsOnly = ({ constraint, enforcementAction, scopedActions }: ClientResult): ConcernedConstraint => ({
  constraint,
  enforcementAction,
  ...(scopedActions !== undefined && { scopedActions }),
});

const describeResult = ({ told }: Concerned, { message, details, findings }: EngineResult): ClientResult => {
  const result = { ...told, message, autoReject: false, findings };
  return details === undefined ? result : { ...result, details };
};

const reject = (told: ConcernedConstraint, fault: string): ClientResult => ({
  ...told,
  message: `unable to match constraints: ${fault}`,
  autoReject: true,
  findings: [],
});

/** What an error of a review looks like: by target, and there by engine. */
const describeErrors = (errors: ReadonlyMap<string, string>): string => {
  const lines = [...errors]
    .sort(([one], [other]) => compareBytes(one, other))
    .map(([name, text]) => `${name}: ${text}\n`);
  return `${TARGET}: ${lines.join("")}\n`;
};

const append = <Item>(list: Item[], items: readonly Item[]): void => {
  for (const item of items) list.push(item);
};
