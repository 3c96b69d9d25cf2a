import { findPodCarrier, goQuote, groupOf, ObjectView, type PodCarrier, PodView, Reading } from "@ostiary/rules";
import { type GroupVersionKind, isLookupError, type LookupError, leavesObjectAlone, type Review } from "./request.js";

/** What policies judge: the object of a review, read once and shared by every rule. */
export interface Subject {
  readonly review: Review;
  /** `pod`: as the pod that it is or would create. `request`: as the request that a server would see. */
  readonly judgedAs: "pod" | "request";
  /** What reading the object has brought to light so far. */
  readonly reading: Reading;
  readonly object: ObjectView;
  readonly kind: GroupVersionKind;
  /** The name of the request, else of the object; empty when there is none. */
  readonly name: string;
  /** The namespace of the request, else of the object; empty when there is none. */
  readonly namespace: string;
  /** The pod that the object is or holds the template of; `undefined` for kinds without one. */
  readonly pod: PodView | undefined;
  /** The labels of the namespace, or why they could not be had. */
  readonly namespaceLabels: ReadonlyMap<string, string> | LookupError;
  /** What reading the Namespace has brought to light. */
  readonly namespaceReading: Reading;
}

/**
 * Reads a review, whose fields must be its own. Nothing is kept of it beyond the subject, and nothing in it is changed.
 */
export const readSubject = (
  review: Review,
  judgedAs: Subject["judgedAs"],
  podCarriers: readonly PodCarrier[],
): Subject => {
  const reading = new Reading();
  const object = ObjectView.root(reading, review.object, []);
  if (!object.present && !leavesObjectAlone(review)) reading.fault([], "object", "nothing");
  const ownKind = (object.string("kind") === undefined ? review.kind : undefined) ?? readKind(object);
  const metadata = readMetadata(object);
  const namespace = review.namespace ?? metadata.namespace;
  const namespaceReading = new Reading();
  return {
    review,
    judgedAs,
    reading,
    object,
    kind: review.kind ?? ownKind,
    name: review.name ?? metadata.name,
    namespace,
    pod: readPod(object, ownKind, podCarriers),
    namespaceLabels: readNamespaceLabels(review.namespaceObject, namespace, namespaceReading),
    namespaceReading,
  };
};

/** Reads what an object says of its kind. An object that does not say it is one that no server would decode. */
export const readKind = (object: ObjectView): GroupVersionKind => {
  const apiVersion = readRequired(object, "apiVersion");
  const kind = readRequired(object, "kind");
  const group = groupOf(apiVersion);
  return { group, version: group === "" ? apiVersion : apiVersion.slice(group.length + 1), kind };
};

const readRequired = (object: ObjectView, field: string): string => {
  const value = object.string(field) ?? "";
  if (value === "" && object.present) object.reading.fault(object.path(field), "string", "nothing");
  return value;
};

/** Reads an object's metadata as far as policies look at metadata, wrong types included. */
export const readMetadata = (object: ObjectView): { readonly name: string; readonly namespace: string } => {
  const metadata = object.object("metadata");
  metadata.string("generateName");
  metadata.stringMap("labels");
  metadata.stringMap("annotations");
  return { name: metadata.string("name") ?? "", namespace: metadata.string("namespace") ?? "" };
};

const readPod = (
  object: ObjectView,
  kind: GroupVersionKind,
  podCarriers: readonly PodCarrier[],
): PodView | undefined => {
  const carrier = findPodCarrier(kind, podCarriers);
  if (carrier === undefined) return undefined;
  let root = object;
  for (const step of carrier.podPath) root = root.object(String(step));
  return new PodView(root);
};

const readNamespaceLabels = (
  namespaceObject: unknown,
  namespace: string,
  reading: Reading,
): Subject["namespaceLabels"] => {
  if (isLookupError(namespaceObject)) return namespaceObject;
  if (namespaceObject === undefined || namespaceObject === null) {
    return { lookupError: `namespaces ${goQuote(namespace)} not found` };
  }
  return ObjectView.root(reading, namespaceObject, []).object("metadata").stringMap("labels");
};
