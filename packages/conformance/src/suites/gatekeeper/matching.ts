import {
  compileConstraintMatch,
  labelSelectorFaults,
  type MatchResult,
  readMatchNamespace,
  readMatchTarget,
} from "@ostiary/core/match";
import {
  type ApplyToEntry,
  appliesTo,
  createClient,
  inventoryPath,
  type Json,
  matchReview,
  NEWEST_RELEASE,
  objectRequest,
  operationFaults,
  readAdmissionRequest,
  readMatchableReview,
} from "@ostiary/gatekeeper";
import { formatFieldPath, ObjectView, Reading } from "@ostiary/rules";
import { compare } from "../../compare.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";

/** A match block, what is held against it, and the real engine's answer. */
interface Line {
  readonly name: string;
  readonly op: string;
  readonly match: object;
  readonly object?: object | null;
  readonly request?: {
    readonly object?: object | null;
    readonly oldObject?: object | null;
    readonly namespace?: string;
    readonly operation?: string;
  };
  readonly namespace?: object | null;
  readonly cachedNamespaces?: readonly { readonly metadata: { readonly name: string } }[];
  readonly source?: string;
  readonly applyTo?: readonly Partial<ApplyToEntry>[];
  readonly gvk?: { readonly group: string; readonly version: string; readonly kind: string };
  readonly operation?: string;
  /** `null` where there is no answer. */
  readonly expect: unknown;
  readonly message?: string;
}

/** The cases that are about match blocks, and those about the reach of mutators and the inventory. */
export const matching: CaseFile = {
  names: /^match(-random)?\.jsonl$/,
  list: caseEachLine<Line>(
    ({ name, op }) => `${name} ${op}`,
    (line) => JUDGES[line.op]?.(line) ?? { kind: "skipped", reason: `nobody reads ${line.op} yet` },
  ),
};

const NO_OBJECT: Outcome = { kind: "skipped", reason: "there is no object: our types do not admit that" };

const view = (value: unknown): ObjectView => ObjectView.root(new Reading(), value, []);

const matchObject = (line: Line, object: object, namespace: object | null | undefined): MatchResult => {
  const matches = compileConstraintMatch(view(line.match));
  const known = namespace ? readMatchNamespace(namespace) : undefined;
  return matches(readMatchTarget(object), known, line.source ?? "");
};

const START = "failed to run Match criteria: ";

const judgeMatch = (line: Line): Outcome => {
  if (!line.object) return NO_OBJECT;
  const result = matchObject(line, line.object, line.namespace);
  const actual = typeof result === "object" ? START + result.fault : result;
  return compare({ answer: actual }, { answer: line.expect ?? line.message });
};

const judgeReview = (line: Line): Outcome => {
  const { request = {}, cachedNamespaces = [], expect, message } = line;
  const { operation = "", object = null, oldObject = null, namespace = "" } = request;
  if (operation === "DELETE" && oldObject === null) return compareRefusal(line);
  const matchable = readMatchableReview(
    {
      // Operations, objects and Namespaces are the collection's own.
      request: {
        ...objectRequest(object as Json),
        operation: operation as "",
        oldObject: oldObject as Json,
        namespace,
      },
      namespaceObject: line.namespace,
      source: line.source ?? "",
    },
    new Map(cachedNamespaces.map((one) => [one.metadata.name, readMatchNamespace(one)])),
  );
  const result = matchReview(compileConstraintMatch(view(line.match)), matchable, NEWEST_RELEASE);
  if (typeof result === "boolean") return compare({ answer: result }, { answer: expect });
  // Without a message the collection tells only that there is no answer.
  return compare({ answer: null, message: message && result.fault }, { answer: expect, message });
};

/** What is refused before any matching is refused by the client. */
const compareRefusal = ({ request, message }: Line): Outcome => {
  const outcome = createClient({ templates: [], constraints: [], data: [] }).client.review({
    request: readAdmissionRequest(request),
    source: "Original",
    enforcementPoint: "gator.gatekeeper.sh",
  });
  const isRefused = !outcome.ok && outcome.error.message.endsWith(`${message}\n`);
  return compare({ isRefused }, { isRefused: true });
};

const judgeInventoryPath = ({ object, expect, message }: Line): Outcome => {
  const path = inventoryPath(object);
  const actual = path.ok ? { path: path.value } : { path: null, message: path.error.message };
  return compare(actual, { path: expect, message });
};

const judgeApplyTo = ({ applyTo = [], gvk = EMPTY_KIND, operation = "", expect }: Line): Outcome => {
  const entries = applyTo.map(({ groups = [], versions = [], kinds = [], operations = [] }) => ({
    groups,
    versions,
    kinds,
    operations,
  }));
  return compare({ applies: appliesTo(entries, gvk, operation) }, { applies: expect });
};

const EMPTY_KIND = { group: "", version: "", kind: "" };

const judgeOperations = ({ applyTo = [], expect, message }: Line): Outcome => {
  const [fault] = operationFaults(applyTo.map(({ operations = [] }) => ({ operations })));
  return compare({ accepted: fault === undefined, message: fault }, { accepted: expect, message });
};

/** What a cluster says to the match block of a constraint that is being made. Go's words for wrong types are its own. */
const judgeValidation = ({ match, expect, message }: Line): Outcome => {
  const root = view(match);
  const faults = ["labelSelector", "namespaceSelector"].flatMap((name) => labelSelectorFaults(root.object(name)));
  if (root.reading.faults.length > 0) return compare({ accepted: false }, { accepted: expect });
  const texts = faults.map((fault) => `spec.labelSelector.${formatFieldPath(fault.path)}: ${fault.message}`);
  const text = texts.length > 1 ? `[${texts.join(", ")}]` : texts[0];
  return compare({ accepted: texts.length === 0, message: text }, { accepted: expect, message });
};

const JUDGES: Readonly<Record<string, (line: Line) => Outcome>> = {
  match: judgeMatch,
  "match-review": judgeReview,
  "inventory-path": judgeInventoryPath,
  "apply-to": judgeApplyTo,
  "apply-to-operation": judgeApplyTo,
  "validate-operations": judgeOperations,
  "validate-constraint-match": judgeValidation,
};
