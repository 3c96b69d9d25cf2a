import type { AdmissionRequest } from "../engine/admission-request.js";
import type { ValidationAnswer } from "../kind/webhook-answer.js";
import { type AdmitContext, admit as admitOf } from "../resource/admit.js";
import { schemaRules } from "../schema-rules/kubernetes-schema-rules.js";

/**
 * What the validating webhook replies to a request before any policy is asked: it looks at who asks, and at resources of
 * Gatekeeper itself; the rules of a template's schema are by default compiled as Kubernetes does.
 *
 * @returns `undefined` when the request goes on to the policies, as one about any other object does
 * @source gatekeeper, pkg/webhook/policy.go, Handle and validateGatekeeperResources
 */
export const admit = (request: AdmissionRequest, context: AdmitContext): ValidationAnswer | undefined =>
  admitOf(request, { schemaRules: schemaRules(), ...context });
