import {
  compileConstraintMatch,
  labelSelectorFaults,
  type MatchResult,
  readMatchNamespace,
  readMatchTarget,
} from "@ostiary/core/match";
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
  /** `null` where there is no answer. */
  readonly expect: unknown;
  readonly message?: string;
}

/** The cases that are about match blocks; those about mutators and the cache are read by nobody yet. */
export const matching: CaseFile = {
  names: /^match(-random)?\.jsonl$/,
  list: caseEachLine<Line>(
    ({ name, op }) => `${name} ${op}`,
    (line) => JUDGES[line.op]?.(line) ?? { kind: "skipped", reason: `nobody reads ${line.op} yet` },
  ),
};

const OF_REVIEW: Outcome = { kind: "skipped", reason: "the review itself is refused, before any matching" };

const view = (value: unknown): ObjectView => ObjectView.root(new Reading(), value, []);

const matchObject = (line: Line, object: object, namespace: object | null | undefined): MatchResult => {
  const matches = compileConstraintMatch(view(line.match));
  const known = namespace ? readMatchNamespace(namespace) : undefined;
  return matches(readMatchTarget(object), known, line.source ?? "");
};

const START = "failed to run Match criteria: ";

const judgeMatch = (line: Line): Outcome => {
  if (!line.object) return OF_REVIEW;
  const result = matchObject(line, line.object, line.namespace);
  const actual = typeof result === "object" ? START + result.fault : result;
  return compare({ answer: actual }, { answer: line.expect ?? line.message });
};

const judgeReview = (line: Line): Outcome => {
  const { request = {}, cachedNamespaces = [], expect, message } = line;
  const objects = [request.object, request.oldObject].filter((object) => object !== null && object !== undefined);
  const isRefused = objects.length === 0 || (request.operation === "DELETE" && !request.oldObject);
  if (isRefused || (expect === null && message === undefined)) return OF_REVIEW;
  const namespace = line.namespace ?? cachedNamespaces.find(({ metadata }) => metadata.name === request.namespace);
  return compare({ answer: matchEither(line, objects, namespace) }, { answer: expect ?? message });
};

/** One match of the object before or after the update suffices. */
const matchEither = (line: Line, objects: readonly object[], namespace: object | undefined): boolean | string => {
  for (const object of objects) {
    const result = matchObject(line, object, namespace);
    if (typeof result === "object")
      return `error matching the requested object: ${readMatchTarget(object).name} :${START}${result.fault}`;
    if (result) return true;
  }
  return false;
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
  "validate-constraint-match": judgeValidation,
};
