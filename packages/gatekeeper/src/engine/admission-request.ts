import type { Json } from "@ostiary/core";

/** A kind, or with `resource` instead of `kind` a resource, as requests name it. */
export interface RequestKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export interface RequestResource {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
}

/**
 * The AdmissionRequest that engines see, as sent: on DELETE `object` is absent and `oldObject` is what is deleted. Of an object
 * that is judged without a request, `operation` and `uid` are empty, `userInfo` is empty, and the rest comes from the object.
 *
 * @source gatekeeper, pkg/target/target.go; k8s.io/api/admission/v1
 */
export interface AdmissionRequest {
  readonly uid: string;
  readonly kind: RequestKind;
  readonly resource: RequestResource;
  readonly subResource?: string;
  readonly requestKind?: RequestKind;
  readonly requestResource?: RequestResource;
  readonly requestSubResource?: string;
  readonly name: string;
  readonly namespace: string;
  readonly operation: "CREATE" | "UPDATE" | "DELETE" | "CONNECT" | "";
  /** `username`, `uid`, `groups`, `extra`, each only where it is not empty. */
  readonly userInfo: Json;
  readonly object: Json;
  readonly oldObject: Json;
  readonly dryRun?: boolean;
  readonly options: Json;
}
