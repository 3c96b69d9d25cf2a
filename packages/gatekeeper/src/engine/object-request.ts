import type { Json } from "@ostiary/core";
import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import type { AdmissionRequest } from "./admission-request.js";

/**
 * The request that stands for an object that is judged without one: all that is known comes from the object. With the
 * operation `DELETE` it is the object that is deleted.
 *
 * @source gatekeeper, pkg/target/target.go, unstructuredToAdmissionRequest
 */
export const objectRequest = (object: Json, operation: AdmissionRequest["operation"] = ""): AdmissionRequest => {
  const view = ObjectView.root(new Reading(), object, []);
  const metadata = view.object("metadata");
  const isDeleted = operation === "DELETE";
  return {
    uid: "",
    kind: readKind(view),
    resource: { group: "", version: "", resource: "" },
    name: metadata.string("name") ?? "",
    namespace: metadata.string("namespace") ?? "",
    operation,
    userInfo: {},
    object: isDeleted ? null : object,
    oldObject: isDeleted ? object : null,
    options: null,
  };
};

/** A version that nobody can read leaves nothing of the kind either. */
const readKind = (view: ObjectView): AdmissionRequest["kind"] => {
  const apiVersion = view.string("apiVersion") ?? "";
  if (apiVersion.split("/").length > 2) return { group: "", version: "", kind: "" };
  const version = apiVersion.slice(apiVersion.lastIndexOf("/") + 1);
  return { group: groupOf(apiVersion), version, kind: view.string("kind") ?? "" };
};
