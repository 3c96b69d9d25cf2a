import type { Json } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import type { ClientResult, ClientReview, Examination, GatekeeperClient } from "../client/gatekeeper-client.js";
import type { AdmissionRequest } from "../engine/admission-request.js";
import {
  isFields,
  ownField,
  type WorkingFields,
  type WorkingValue,
  withField,
  withoutField,
} from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { examineExpanded, type ReviewExpansion } from "./expanded-review.js";

/** What the webhook knows of the cluster. */
export interface RequestContext extends Pick<ClientReview, "providers" | "inventory"> {
  readonly client: GatekeeperClient;
  readonly expansion: ReviewExpansion;
  /** Finds a Namespace by its name; `undefined` for one that does not exist. */
  readonly findNamespace: (name: string) => unknown;
}

/** What is said before the error of each part of a review. */
const PREFIXES: Readonly<Record<string, (name: string) => string>> = {
  "expansion-failed": () => "unable to expand object: ",
  "resultant-failed": () => "error reviewing resultant resource: ",
  "review-failed": (name) => `error reviewing resource ${name}: `,
  "invalid-review": (name) => `error reviewing resource ${name}: `,
};

/**
 * Reviews a request as the validating webhook does: the object, and all that it would create.
 *
 * @returns all violations; or why the review fails, in the words of the webhook's reply
 * @source gatekeeper, pkg/webhook/policy.go, reviewRequest
 */
export const reviewRequest = (sent: AdmissionRequest, context: RequestContext): Outcome<readonly ClientResult[]> => {
  const examined = examineRequest(sent, context);
  return examined.ok ? succeed(examined.value.results) : examined;
};

/** The same as {@link reviewRequest}, and tells which constraints were held against the object or what it would create. */
export const examineRequest = (sent: AdmissionRequest, context: RequestContext): Outcome<Examination> => {
  // Some requests about a Namespace say that it is in itself.
  const request = isNamespace(sent.kind) ? { ...sent, namespace: "" } : sent;
  const { name, namespace } = request;
  const namespaceObject = namespace === "" ? undefined : (context.findNamespace(namespace) ?? undefined);
  if (namespace !== "" && namespaceObject === undefined) {
    return fail("namespace-missing", `failed to create augmentedReview: namespaces ${goQuote(namespace)} not found`);
  }
  const { client, expansion, findNamespace: _findNamespace, ...surroundings } = context;
  const outcome = examineExpanded(
    client,
    {
      ...surroundings,
      request,
      namespaceObject,
      source: "Original",
      enforcementPoint: "validation.gatekeeper.sh",
    },
    { ...expansion, object: asExpanded(request) },
  );
  if (outcome.ok) return outcome;
  const { code, message } = outcome.error;
  return fail(code, `${PREFIXES[code]?.(name) ?? ""}${message}`);
};

const isNamespace = ({ group, kind }: AdmissionRequest["kind"]): boolean => group === "" && kind === "Namespace";

/** What is expanded has the kind and the namespace of the request. */
const asExpanded = ({ operation, object, oldObject, kind, namespace }: AdmissionRequest): Json => {
  const value = operation === "DELETE" ? oldObject : object;
  // Without stand-ins it is JSON.
  const fields = value as WorkingValue;
  if (!isFields(fields)) return value;
  const apiVersion = kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
  const typed = withField(withField(fields, "apiVersion", apiVersion), "kind", kind.kind);
  return withNamespace(typed, namespace) as Json;
};

const withNamespace = (object: WorkingFields, namespace: string): WorkingFields => {
  const metadata = ownField(object, "metadata");
  if (metadata === undefined) return namespace === "" ? object : withField(object, "metadata", { namespace });
  if (!isFields(metadata)) return object;
  const named = namespace === "" ? withoutField(metadata, "namespace") : withField(metadata, "namespace", namespace);
  return withField(object, "metadata", named);
};
