import {
  answerResults,
  type ClientResult,
  createClient,
  type EnforcementPoint,
  type GatekeeperClient,
  type LoadedClient,
  objectRequest,
  readAdmissionRequest,
  readExpansionTemplates,
  readMutators,
  reviewExpanded,
  reviewRequest,
} from "@ostiary/gatekeeper";
import { canonicalJson } from "../../canonical-json.js";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";
import { type AdmissionLine, judgeAdmission } from "./admit.js";

/** Templates, constraints and data, a review, and what Gatekeeper made of it. */
interface Line {
  readonly name: string;
  readonly op: string;
  readonly templates?: readonly unknown[];
  readonly constraints?: readonly unknown[];
  readonly data?: readonly unknown[];
  readonly mutators?: readonly unknown[];
  readonly expansionTemplates?: readonly unknown[];
  readonly object?: Parameters<typeof objectRequest>[0];
  readonly namespace?: unknown;
  readonly source?: "Original" | "Generated" | "";
  readonly operation?: Parameters<typeof objectRequest>[1];
  readonly enforcementPoint?: EnforcementPoint;
  readonly request?: unknown;
  readonly namespaces?: readonly { readonly metadata: { readonly name: string } }[];
  readonly expect: {
    readonly templateErrors?: readonly (string | null)[];
    readonly constraintErrors?: readonly (string | null)[];
    readonly dataErrors?: readonly (string | null)[];
    readonly results?: unknown;
    readonly error?: string;
    readonly response?: unknown;
  };
}

/** Reviews through Gatekeeper's client and its validating webhook. */
export const reviews: CaseFile = {
  names: /^constraint-review\.jsonl$/,
  list: caseEachLine<Line>(
    ({ name, op }) => `${name} ${op}`,
    (line) => (isAdmission(line) ? judgeAdmission(line) : judgeReview(line)),
  ),
};

const isAdmission = (line: Line | AdmissionLine): line is AdmissionLine => "op" in line && line.op === "admit";

const judgeReview = (line: Line): Outcome => {
  const { templates = [], constraints = [], data = [], expect } = line;
  const loaded = createClient({ templates, constraints, data });
  const outcome = line.request === undefined ? reviewObject(line, loaded.client) : answerRequest(line, loaded.client);
  const actual = { ...describeFaults(loaded), ...outcome };
  const {
    mutatorErrors: _mutators,
    expansionTemplateErrors: _expansions,
    ...expected
  } = expect as typeof expect & {
    readonly mutatorErrors?: unknown;
    readonly expansionTemplateErrors?: unknown;
  };
  return compare(withTiesInOrder(actual), withTiesInOrder(expected));
};

/** Results that are equal in what Gatekeeper sorts by come in any order. */
const withTiesInOrder = <Answer extends object>(answer: Answer): Answer => {
  const { results } = answer as { readonly results?: readonly ReturnType<typeof describeResult>[] };
  return results === undefined ? answer : { ...answer, results: results.toSorted(byWhatIsSorted) };
};

/** What is equal in action, message and constraint is told apart by the details. */
const byWhatIsSorted = (one: ReturnType<typeof describeResult>, other: ReturnType<typeof describeResult>): number => {
  const isTie =
    one.enforcementAction === other.enforcementAction &&
    one.msg === other.msg &&
    canonicalJson(one.constraint) === canonicalJson(other.constraint);
  if (!isTie) return 0;
  const [left, right] = [canonicalJson(one.details ?? null), canonicalJson(other.details ?? null)];
  return left < right ? -1 : Number(left > right);
};

/** Every run of mutators has an identifier of its own. */
const withoutIdentifiers = (text: string): string =>
  text.replace(/<uuid>|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<uuid>");

const describeFaults = ({ templateFaults, constraintFaults, dataFaults }: LoadedClient) => {
  const list = (faults: LoadedClient["dataFaults"]) =>
    faults.some((fault) => fault !== undefined) ? faults.map((fault) => fault?.message ?? null) : undefined;
  return {
    templateErrors: list(templateFaults),
    constraintErrors: list(constraintFaults),
    dataErrors: list(dataFaults),
  };
};

const expansionOf = ({ expansionTemplates = [], mutators = [] }: Line) => ({
  templates: readExpansionTemplates(expansionTemplates).templates,
  mutators: readMutators(mutators, { numbers: "cluster" }).mutators,
});

const reviewObject = (line: Line, client: GatekeeperClient) => {
  const outcome = reviewExpanded(
    client,
    {
      request: objectRequest(line.object ?? null, line.operation),
      namespaceObject: line.namespace,
      ruleNamespace: "hidden",
      source: line.source ?? "Original",
      enforcementPoint: line.enforcementPoint ?? "gator.gatekeeper.sh",
    },
    expansionOf(line),
  );
  if (!outcome.ok) return { error: withoutIdentifiers(outcome.error.message) };
  return { results: outcome.value.map(describeResult) };
};

const answerRequest = (line: Line, client: GatekeeperClient) => {
  const outcome = reviewRequest(readAdmissionRequest(line.request), {
    client,
    expansion: expansionOf(line),
    findNamespace: (name) => line.namespaces?.find(({ metadata }) => metadata.name === name),
  });
  if (outcome.ok) return { results: outcome.value.map(describeResult), response: answerResults(outcome.value) };
  const message = withoutIdentifiers(outcome.error.message);
  return { error: message, response: { allowed: false, code: 500, message } };
};

const describeResult = ({ message, constraint, enforcementAction, scopedActions, details }: ClientResult) => ({
  msg: message,
  constraint,
  enforcementAction,
  scopedActions,
  details,
});
