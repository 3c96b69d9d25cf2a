import { type GroupKind, ObjectView, Reading, type TypeFault, typeName } from "@ostiary/rules";
import { ownFields } from "./own-fields.js";

const OPERATIONS = ["CREATE", "UPDATE", "DELETE", "CONNECT"] as const;

/** What the request does to the object. */
export type Operation = (typeof OPERATIONS)[number];

/** A kind as requests name it. */
export interface GroupVersionKind extends GroupKind {
  readonly version: string;
}

/** A resource as requests name it. */
export interface GroupVersionResource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
}

/** Who sends the request. */
export interface UserInfo {
  readonly username?: string;
  readonly uid?: string;
  readonly groups?: readonly string[];
}

/** A look-up that failed: a fact about the request, not an absence. */
export interface LookupError {
  /** The error's text, e.g. `namespaces "shop" not found`. */
  readonly lookupError: string;
}

/** What was asked of others before, for policies that depend on it. */
export interface Facts {
  /** What providers of external data have answered, by their names: each a `ProviderResponse`, as Gatekeeper gets it. */
  readonly providers?: Readonly<Record<string, unknown>>;
}

/** One admission request, or an object to be judged without one. */
export interface Review {
  /** `undefined` for an audit or a file: there is no request, and the object is judged as if it were created. */
  readonly operation: Operation | undefined;
  readonly object?: unknown;
  readonly oldObject?: unknown;
  readonly dryRun?: boolean;
  /** Default: what the object says of itself. */
  readonly kind?: GroupVersionKind;
  /** Default: the resource that the kind is known by. */
  readonly resource?: GroupVersionResource;
  /** The subresource, e.g. `ephemeralcontainers`; empty or absent for the object itself. */
  readonly subresource?: string;
  /** Default: the object's name. */
  readonly name?: string;
  /** Default: the object's namespace. */
  readonly namespace?: string;
  readonly uid?: string;
  readonly userInfo?: UserInfo;
  /** The Namespace that the object is in, or why it could not be had. */
  readonly namespaceObject?: unknown;
  /** Of a request about a Namespace: the pods in it, or why they could not be had. */
  readonly existingPods?: readonly unknown[] | LookupError;
  /** Other objects of the cluster that policies may ask for, e.g. the exceptions in the namespace. */
  readonly inventory?: readonly unknown[];
  /** What was asked of others before. */
  readonly facts?: Facts;
  /** Records every policy and why it did not apply, and what each passing rule looked at. */
  readonly explain?: boolean;
}

/** All that a request can say; the last four an AdmissionReview says too, and nothing depends on them. */
const FIELDS: Readonly<Record<keyof Review, true>> & Readonly<Record<string, true>> = {
  operation: true,
  object: true,
  oldObject: true,
  dryRun: true,
  kind: true,
  resource: true,
  subresource: true,
  name: true,
  namespace: true,
  uid: true,
  userInfo: true,
  namespaceObject: true,
  existingPods: true,
  inventory: true,
  facts: true,
  explain: true,
  options: true,
  requestKind: true,
  requestResource: true,
  requestSubResource: true,
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether a look-up failed. */
export const isLookupError = (value: unknown): value is LookupError =>
  isObject(value) && Object.hasOwn(value, "lookupError");

/** Whether a request neither creates nor changes an object. */
export const leavesObjectAlone = ({ operation }: Review): boolean => operation === "DELETE" || operation === "CONNECT";

/**
 * What is wrong with a request itself: whoever cannot be understood must not be let in because of it.
 *
 * @returns the fields of a wrong type, none for a good request; the objects in it are not looked at
 */
export const findRequestFaults = (request: Review): readonly TypeFault[] => {
  const reading = new Reading();
  const view = ObjectView.root(reading, request, []);
  if (!view.present) reading.fault([], "object", "nothing");
  for (const field of unknownFields(request))
    reading.fault([field], "no such field", typeName(Reflect.get(request, field)));
  const operation = view.string("operation");
  if (operation !== undefined && !OPERATIONS.some((known) => known === operation)) {
    reading.fault(["operation"], `one of ${OPERATIONS.join(", ")}`, `\`${operation}\``);
  }
  for (const field of ["subresource", "name", "namespace"]) view.string(field);
  view.object("userInfo").string("username");
  requireStrings(view.object("kind"), ["group", "kind", "version"]);
  requireStrings(view.object("resource"), ["group", "resource"]);
  view.objects("inventory");
  view.object("facts").object("providers");
  if (!isLookupError(ownFields(request).existingPods)) view.objects("existingPods");
  return reading.faults;
};

/** A field that is misspelt, as `subResource` is, would be as if it had never been said. */
const unknownFields = (request: unknown): readonly string[] =>
  isObject(request) && !Array.isArray(request)
    ? Object.keys(request).filter((field) => !Object.hasOwn(FIELDS, field))
    : [];

/** Asks of an object, where there is one, that it has some strings. */
const requireStrings = (view: ObjectView, fields: readonly string[]): void => {
  for (const field of view.present ? fields : []) {
    if (view.string(field) === undefined) view.reading.fault(view.path(field), "string", "nothing");
  }
};
