import type { Json } from "@ostiary/core";
import type { AdmissionRequest, RequestKind, RequestResource } from "../engine/admission-request.js";

const kindJson = ({ group, version, kind }: RequestKind): Json => ({ group, version, kind });

const resourceJson = ({ group, version, resource }: RequestResource): Json => ({ group, version, resource });

const unlessEmpty = (name: string, text: string): { readonly [key: string]: Json } =>
  text === "" ? {} : { [name]: text };

/**
 * The request as expressions see it: without its uid and the objects, which are variables of their own; what was requested is
 * always there, even if it is what is judged.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/cel/condition.go, CreateAdmissionRequest
 */
export const requestVariable = (request: AdmissionRequest): Json => ({
  kind: kindJson(request.kind),
  resource: resourceJson(request.resource),
  ...unlessEmpty("subResource", request.subResource ?? ""),
  requestKind: kindJson(request.kind),
  requestResource: resourceJson(request.resource),
  ...unlessEmpty("requestSubResource", request.subResource ?? ""),
  ...unlessEmpty("name", request.name),
  ...unlessEmpty("namespace", request.namespace),
  operation: request.operation,
  userInfo: request.userInfo,
  dryRun: request.dryRun ?? false,
  options: request.options,
});
