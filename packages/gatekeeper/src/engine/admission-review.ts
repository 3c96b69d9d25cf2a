import type { Json } from "@ostiary/core";
import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import { goTypeName } from "../mutation/go-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { AdmissionRequest } from "./admission-request.js";
import { readAdmissionRequest } from "./read-request.js";

/** The types of a request's fields. */
const FIELDS: ReadonlyMap<string, "text" | "boolean" | "object" | "map"> = new Map([
  ["uid", "text"],
  ["kind", "map"],
  ["resource", "map"],
  ["subResource", "text"],
  ["requestKind", "map"],
  ["requestResource", "map"],
  ["requestSubResource", "text"],
  ["name", "text"],
  ["namespace", "text"],
  ["operation", "text"],
  ["userInfo", "map"],
  ["object", "object"],
  ["oldObject", "object"],
  ["dryRun", "boolean"],
  ["options", "object"],
]);

/** Whether an object is an AdmissionReview. */
export const isAdmissionReview = (object: unknown): boolean => {
  const view = ObjectView.root(new Reading(), object, []);
  return view.string("kind") === "AdmissionReview" && groupOf(view.string("apiVersion") ?? "") === "admission.k8s.io";
};

const refuse = (message: string): Outcome<never> => fail("invalid-admission-review", message);

/**
 * Reads the request in an AdmissionReview as strictly as gator does.
 *
 * @returns the request, or what is wrong with the AdmissionReview
 * @source gatekeeper, pkg/gator/verify/runner.go, validateAndReviewAdmissionReviewRequest
 */
export const readAdmissionReview = (object: unknown): Outcome<AdmissionRequest> => {
  const view = ObjectView.root(new Reading(), object, []);
  const request = view.raw("request");
  if (request === undefined || request === null) {
    return refuse("missing an AdmissionRequest object: request did not actually pass in an AdmissionRequest");
  }
  const fault = findFault(request);
  if (fault !== undefined) {
    return refuse(
      `not a valid AdmissionReview object: unable to convert to an AdmissionReview object, error: ${fault}`,
    );
  }
  const read = readAdmissionRequest(request);
  const objects = [read.object, read.oldObject].filter((one) => one !== null);
  if (objects.length === 0) {
    return refuse(
      'no object or oldObject found to review: AdmissionRequest does not contain an "object" or "oldObject" to review',
    );
  }
  const broken = objects.find((one) => (ObjectView.root(new Reading(), one, []).string("kind") ?? "") === "");
  if (broken === undefined) return succeed(read);
  return refuse(`object or oldObject cannot be unmarshalled: Object 'Kind' is missing in '${JSON.stringify(broken)}'`);
};

const findFault = (request: Json): string | undefined => {
  if (typeof request !== "object" || request === null || Array.isArray(request)) {
    return `cannot restore struct from: ${goTypeName(request)}`;
  }
  for (const [name, value] of Object.entries(request)) {
    const fault = judgeField(name, value);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const judgeField = (name: string, value: Json): string | undefined => {
  const type = FIELDS.get(name);
  if (type === undefined) return `strict decoding error: unknown field "request.${name}"`;
  if (value === null) return undefined;
  const isMap = typeof value === "object" && !Array.isArray(value);
  if (type === "object") return isMap ? undefined : `unrecognized type: ${goTypeName(value)}`;
  if (type === "map") return isMap ? undefined : `cannot restore struct from: ${goTypeName(value)}`;
  if (typeof value === (type === "text" ? "string" : "boolean")) return undefined;
  const wanted = name === "operation" ? "v1.Operation" : type;
  return `cannot convert ${goTypeName(value)} to ${wanted}`;
};
