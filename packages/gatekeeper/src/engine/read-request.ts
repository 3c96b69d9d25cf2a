import type { Json } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { AdmissionRequest, RequestKind, RequestResource } from "./admission-request.js";

/**
 * Reads the `request` of an AdmissionReview. Whatever is not there, or of a wrong type, is empty.
 *
 * @source k8s.io/api/admission/v1
 */
export const readAdmissionRequest = (request: unknown): AdmissionRequest => {
  const view = ObjectView.root(new Reading(), request, []);
  const requestKind = view.optional("requestKind");
  const requestResource = view.optional("requestResource");
  const dryRun = view.boolean("dryRun");
  return {
    uid: view.string("uid") ?? "",
    kind: readKind(view.object("kind")),
    resource: readResource(view.object("resource")),
    subResource: view.string("subResource") ?? "",
    ...(requestKind !== undefined && { requestKind: readKind(requestKind) }),
    ...(requestResource !== undefined && { requestResource: readResource(requestResource) }),
    requestSubResource: view.string("requestSubResource") ?? "",
    name: view.string("name") ?? "",
    namespace: view.string("namespace") ?? "",
    operation: readOperation(view.string("operation") ?? ""),
    userInfo: readUserInfo(view.object("userInfo")),
    object: view.raw("object") ?? null,
    oldObject: view.raw("oldObject") ?? null,
    ...(dryRun !== undefined && { dryRun }),
    options: view.raw("options") ?? null,
  };
};

const OPERATIONS: readonly AdmissionRequest["operation"][] = ["CREATE", "UPDATE", "DELETE", "CONNECT"];

const readOperation = (text: string): AdmissionRequest["operation"] =>
  OPERATIONS.find((operation) => operation === text) ?? "";

const readKind = (view: ObjectView): RequestKind => ({
  group: view.string("group") ?? "",
  version: view.string("version") ?? "",
  kind: view.string("kind") ?? "",
});

const readResource = (view: ObjectView): RequestResource => ({
  group: view.string("group") ?? "",
  version: view.string("version") ?? "",
  resource: view.string("resource") ?? "",
});

/** What is empty is left out. */
const readUserInfo = (view: ObjectView): Json => {
  const { username = "", uid = "" } = { username: view.string("username"), uid: view.string("uid") };
  const groups = view.strings("groups");
  const extra = view.raw("extra");
  const hasExtra = typeof extra === "object" && extra !== null && Object.keys(extra).length > 0;
  return {
    ...(username !== "" && { username }),
    ...(uid !== "" && { uid }),
    ...(groups.length > 0 && { groups }),
    ...(hasExtra && { extra }),
  };
};
