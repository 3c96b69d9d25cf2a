import type { GroupKind } from "@ostiary/rules";

/** What the request does to the object. */
export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

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

/** One admission request, or an object to be judged without one. */
export interface Review {
  /** `undefined` for an audit or a file: there is no request. */
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
  /** Records every policy and why it did not apply, and what each passing rule looked at. */
  readonly explain?: boolean;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether a look-up failed. */
export const isLookupError = (value: unknown): value is LookupError =>
  isObject(value) && Object.hasOwn(value, "lookupError");
