import type { FieldPath, Subject } from "@ostiary/core";
import type { MatchNamespace } from "@ostiary/core/match";
import { ObjectView, Reading } from "@ostiary/rules";
import type { ClientReview, Examination } from "../client/gatekeeper-client.js";
import { type MatchableReview, readMatchableReview } from "../client/match-review.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { objectRequest } from "../engine/object-request.js";
import { originalPath } from "../expansion/original-path.js";
import { findNamespace } from "../inventory/inventory.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { examineExpanded, joinExaminations, type ReviewExpansion } from "./expanded-review.js";
import type { LoadedGatekeeper } from "./load-gatekeeper.js";
import { examineRequest } from "./review-request.js";
import { evaluatedNamespace } from "./subject-request.js";
import { workloadPod } from "./workload-pod.js";

/** What policies may ask for beside the object. */
type Surroundings = Required<Pick<ClientReview, "inventory" | "providers">>;

const expansionOf = (subject: Subject, { expansions, mutators, options }: LoadedGatekeeper): ReviewExpansion => ({
  templates: expansions,
  mutators,
  ...(options.release !== undefined && { release: options.release }),
  ...(subject.review.userInfo?.username !== undefined && { username: subject.review.userInfo.username }),
});

/** Examines a request as the webhook does. */
export const examineReview = (
  subject: Subject,
  request: AdmissionRequest,
  loaded: LoadedGatekeeper,
  surroundings: Surroundings,
): Outcome<Examination> => {
  const given = subject.review.namespaceObject;
  const lookupError = ObjectView.root(new Reading(), given, []).string("lookupError");
  if (lookupError !== undefined && request.namespace !== "") {
    return fail("namespace-missing", `failed to create augmentedReview: ${lookupError}`);
  }
  return examineRequest(request, {
    ...surroundings,
    client: loaded.client,
    expansion: expansionOf(subject, loaded),
    findNamespace: (name) => given ?? findNamespace(surroundings.inventory, name),
  });
};

/**
 * Examines an object that is evaluated: as the webhook would when it is created, and the pod that it would create as the
 * webhook would then.
 */
export const examineEvaluated = (
  subject: Subject,
  request: AdmissionRequest,
  loaded: LoadedGatekeeper,
  surroundings: Surroundings,
): Outcome<Examination> => {
  const review: ClientReview = {
    ...surroundings,
    request,
    namespaceObject: evaluatedNamespace(subject, request),
    source: "Original",
    enforcementPoint: "validation.gatekeeper.sh",
  };
  const own = examineExpanded(loaded.client, review, expansionOf(subject, loaded));
  if (!own.ok || !judgesPod(subject, loaded)) return own;
  const pod = workloadPod(subject);
  if (pod === undefined) return own;
  const podRequest = { ...objectRequest(pod.object, "CREATE"), namespace: request.namespace };
  const later = loaded.client.examine({ ...review, request: podRequest });
  return later.ok ? succeed(joinExaminations([own.value, moveFindings(later.value, pod.source)])) : later;
};

/** What match blocks are held against: the object, and the pod that it would create where that is judged too. */
export const matchableReviews = (
  subject: Subject,
  request: AdmissionRequest,
  loaded: LoadedGatekeeper,
): readonly MatchableReview[] => {
  const isEvaluated = subject.judgedAs === "pod";
  const namespaceObject = isEvaluated ? evaluatedNamespace(subject, request) : subject.review.namespaceObject;
  const pod = isEvaluated && judgesPod(subject, loaded) ? workloadPod(subject) : undefined;
  const requests = pod === undefined ? [request] : [request, objectRequest(pod.object, "CREATE")];
  return requests.map((one) =>
    readMatchableReview({ request: one, namespaceObject, source: "Original" }, NO_NAMESPACES),
  );
};

const NO_NAMESPACES: ReadonlyMap<string, MatchNamespace> = new Map();

/** An ExpansionTemplate about a workload says better what becomes of it. */
const judgesPod = ({ kind }: Subject, { options, expansions }: LoadedGatekeeper): boolean =>
  options.podsOfWorkloads !== "ignored" && expansions.templatesFor(kind).length === 0;

/** What is wrong with the pod is wrong with the template in the workload. */
const moveFindings = ({ results, concerned }: Examination, source: FieldPath): Examination => ({
  concerned,
  results: results.map((result) => ({
    ...result,
    findings: result.findings.map((finding) => ({ ...finding, path: originalPath(source, finding.path) })),
  })),
});
