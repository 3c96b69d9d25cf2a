import type { Json, Subject } from "@ostiary/core";
import { isClusterScoped, type Labels } from "@ostiary/core/match";
import { ObjectView, Reading } from "@ostiary/rules";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { resourceOf } from "./resource-name.js";

/** A request as admission policies look at it. */
export interface AdmissionAttributes {
  readonly request: AdmissionRequest;
  readonly isNamespaced: boolean;
  readonly isNamespace: boolean;
  /** The labels of the object and of the old object, as far as there are any. */
  readonly objectLabels: readonly Labels[];
  /** The labels of the Namespace concerned, or why they could not be had. */
  readonly namespaceLabels: Labels | { readonly lookupError: string };
  /** The Namespace that the object is in; `null` when unknown, and for a Namespace itself. */
  readonly namespaceObject: Json;
}

const viewOf = (value: unknown): ObjectView => ObjectView.root(new Reading(), value, []);

const jsonOf = (value: unknown): Json => viewOf({ value }).raw("value") ?? null;

const labelsOf = (object: Json): Labels => viewOf(object).object("metadata").stringMap("labels");

const isObject = (value: Json): boolean => typeof value === "object" && value !== null;

/** What is known of the user; what is not there is left out. */
const userInfoOf = (subject: Subject): Json => {
  const view = viewOf(subject.review.userInfo);
  const known = new Map<string, Json>();
  for (const name of ["username", "uid", "groups", "extra"]) {
    const value = view.raw(name);
    if (value !== undefined) known.set(name, value);
  }
  return Object.fromEntries(known);
};

const requestOf = (subject: Subject, isNamespace: boolean): AdmissionRequest => {
  const { review, kind, name, namespace } = subject;
  const operation = review.operation ?? "CREATE";
  const { group, version } = kind;
  return {
    uid: review.uid ?? "",
    kind,
    resource: review.resource ?? { group, version, resource: resourceOf(kind.kind) },
    subResource: review.subresource ?? "",
    name,
    namespace: isNamespace ? name : namespace,
    operation,
    userInfo: userInfoOf(subject),
    object: operation === "DELETE" ? null : jsonOf(review.object),
    oldObject: jsonOf(operation === "DELETE" ? (review.oldObject ?? review.object) : review.oldObject),
    dryRun: review.dryRun ?? false,
    options: null,
  };
};

/** Of a Namespace that is made or changed its own labels count. */
const namespaceLabelsOf = (subject: Subject, { object }: AdmissionRequest, isNamespace: boolean) => {
  if (isNamespace && isObject(object)) return labelsOf(object);
  return subject.namespaceLabels;
};

/**
 * Reads what a subject is about. An object that is judged without a request counts as being created.
 *
 * @source k8s.io/apiserver, pkg/admission
 */
export const readAttributes = (subject: Subject): AdmissionAttributes => {
  const isNamespace = subject.kind.group === "" && subject.kind.kind === "Namespace";
  const request = requestOf(subject, isNamespace);
  const isNamespaced = !isNamespace && (request.namespace !== "" || !isClusterScoped(subject.kind));
  const known = "lookupError" in subject.namespaceLabels ? null : jsonOf(subject.review.namespaceObject);
  return {
    request,
    isNamespaced,
    isNamespace,
    objectLabels: [request.object, request.oldObject].filter(isObject).map(labelsOf),
    namespaceLabels: namespaceLabelsOf(subject, request, isNamespace),
    namespaceObject: isNamespaced ? known : null,
  };
};
