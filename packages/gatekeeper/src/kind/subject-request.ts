import type { Json, Review, Subject } from "@ostiary/core";
import { isClusterScoped } from "@ostiary/core/match";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { objectRequest } from "../engine/object-request.js";

/** Where `kubectl apply` puts objects that name no namespace. */
const DEFAULT_NAMESPACE = "default";

/** Every real Namespace carries its name as a label. */
const NAME_LABEL = "kubernetes.io/metadata.name";

/** What is read was decoded from JSON; what is not there is null. */
const asJson = (value: unknown): Json => (value ?? null) as Json;

/**
 * The request that Gatekeeper's webhook would get. An object that is evaluated without one is judged as if it were created, in
 * the namespace `default` where it names none and must be in one.
 */
export const subjectRequest = (subject: Subject): AdmissionRequest => {
  const { review } = subject;
  const { kind, name, namespace } = identify(subject);
  const { dryRun, resource = { group: "", version: "", resource: "" }, subresource = "" } = review;
  return {
    uid: review.uid ?? "",
    kind,
    resource: { group: resource.group, version: resource.version, resource: resource.resource },
    subResource: subresource,
    name,
    namespace: placeOf(kind, namespace, subject),
    operation: review.operation ?? "CREATE",
    userInfo: describeUser(review),
    object: asJson(review.object),
    oldObject: asJson(review.oldObject),
    ...(dryRun !== undefined && { dryRun }),
    options: null,
  };
};

/** Who deletes an object sends the old one alone: then that tells what it is about. */
const identify = ({
  review,
  kind,
  name,
  namespace,
}: Subject): Pick<AdmissionRequest, "kind" | "name" | "namespace"> => {
  const own = { kind: { group: kind.group, version: kind.version, kind: kind.kind }, name, namespace };
  if (review.operation !== "DELETE") return own;
  const old = objectRequest(asJson(review.oldObject));
  return {
    kind: kind.kind === "" ? old.kind : own.kind,
    name: name === "" ? old.name : name,
    namespace: namespace === "" ? old.namespace : namespace,
  };
};

const placeOf = (kind: AdmissionRequest["kind"], namespace: string, { judgedAs }: Subject): string => {
  if (isClusterScoped(kind)) return "";
  return namespace === "" && judgedAs === "pod" ? DEFAULT_NAMESPACE : namespace;
};

/** Who sends the request, without what is not known. */
const describeUser = ({ userInfo = {} }: Review): Json => {
  const { username, uid, groups } = userInfo;
  return {
    ...(username !== undefined && { username }),
    ...(uid !== undefined && { uid }),
    ...(groups !== undefined && groups.length > 0 && { groups }),
  };
};

/**
 * The Namespace that an evaluated object is in, made of the labels that are known of it: a selector of namespaces must never
 * lack one. Of an object that is in none there is none.
 */
export const evaluatedNamespace = ({ namespaceLabels }: Subject, { namespace }: AdmissionRequest): Json | undefined => {
  if (namespace === "" || !isLabels(namespaceLabels)) return undefined;
  const labels = { [NAME_LABEL]: namespace, ...Object.fromEntries(namespaceLabels) };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels } };
};

const isLabels = (labels: Subject["namespaceLabels"]): labels is ReadonlyMap<string, string> => labels instanceof Map;
