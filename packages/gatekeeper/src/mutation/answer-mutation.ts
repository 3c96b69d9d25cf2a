import type { Json } from "@ostiary/core";
import { matchesGlob } from "@ostiary/core/match";
import { goQuote, ObjectView, Reading } from "@ostiary/rules";
import { createPatch, type PatchOperation } from "./json-patch.js";
import { type MutationContext, mutate } from "./mutate.js";
import type { MutatorSet } from "./read-mutators.js";
import { isFields, ownField, type WorkingFields, type WorkingValue, withField, withoutField } from "./working-value.js";

/** What the webhook knows of the cluster and of its own settings. */
export interface MutationWebhookContext extends Pick<MutationContext, "providers" | "id" | "annotations" | "explain"> {
  /** Finds a Namespace by its name; `undefined` for one that does not exist. */
  readonly findNamespace: (name: string) => unknown;
  /** Patterns of the namespaces that Gatekeeper's Config excludes from mutation. Default: none. */
  readonly excludedNamespaces?: readonly string[];
  /** Who Gatekeeper itself is. Default: its account where it is usually installed. */
  readonly serviceAccount?: string;
}

/** What the mutating webhook replies. */
export interface MutationAnswer {
  readonly allowed: boolean;
  readonly code: 200 | 500;
  readonly message?: string;
  readonly patchType?: "JSONPatch";
  readonly patch?: readonly PatchOperation[];
}

const SERVICE_ACCOUNT = "system:serviceaccount:gatekeeper-system:gatekeeper-admin";

const OWN_GROUPS: readonly string[] = [
  "templates.gatekeeper.sh",
  "constraints.gatekeeper.sh",
  "mutations.gatekeeper.sh",
  "config.gatekeeper.sh",
  "externaldata.gatekeeper.sh",
  "expansion.gatekeeper.sh",
  "status.gatekeeper.sh",
];

/** A request, so far as the webhook looks at it. */
interface MutationRequest {
  readonly operation: string;
  readonly group: string;
  readonly kind: string;
  /** Empty for objects that are in none, also for a Namespace. */
  readonly namespace: string;
  readonly username: string;
  readonly object: Json | undefined;
}

/**
 * Answers a request to the mutating webhook.
 *
 * @param request - `request` of an AdmissionReview
 * @source gatekeeper, pkg/webhook/mutation.go
 */
export const answerMutation = (
  request: unknown,
  mutators: MutatorSet,
  context: MutationWebhookContext,
): MutationAnswer => {
  try {
    const read = readRequest(request);
    const reason = findReasonToPass(read, context);
    return reason === undefined
      ? answerRequest(read, mutators, context)
      : { allowed: true, code: 200, message: reason };
  } catch (error) {
    // The look-up is the caller's, and objects may have getters that throw.
    return refuse(`could not be mutated: ${error instanceof Error ? error.message : typeof error}`);
  }
};

const readRequest = (request: unknown): MutationRequest => {
  const view = ObjectView.root(new Reading(), request, []);
  const gvk = view.object("kind");
  const [group, kind] = [gvk.string("group") ?? "", gvk.string("kind") ?? ""];
  return {
    operation: view.string("operation") ?? "",
    group,
    kind,
    namespace: isNamespace(group, kind) ? "" : (view.string("namespace") ?? ""),
    username: view.object("userInfo").string("username") ?? "",
    object: view.raw("object"),
  };
};

const isNamespace = (group: string, kind: string): boolean => group === "" && kind === "Namespace";

const findReasonToPass = (request: MutationRequest, context: MutationWebhookContext): string | undefined => {
  const { serviceAccount = SERVICE_ACCOUNT, excludedNamespaces = [] } = context;
  if (request.username === serviceAccount) return "Gatekeeper does not self-manage";
  if (request.operation !== "CREATE" && request.operation !== "UPDATE") return "Mutating only on create or update";
  if (OWN_GROUPS.includes(request.group)) return "Not mutating gatekeeper resources";
  const name = isNamespace(request.group, request.kind) ? nameOf(request.object) : request.namespace;
  return name !== "" && excludedNamespaces.some((pattern) => matchesGlob(pattern, name))
    ? "Namespace is set to be ignored by Gatekeeper config"
    : undefined;
};

const nameOf = (object: Json | undefined): string =>
  ObjectView.root(new Reading(), object, []).object("metadata").string("name") ?? "";

const refuse = (message: string): MutationAnswer => ({ allowed: false, code: 500, message });

const answerRequest = (
  request: MutationRequest,
  mutators: MutatorSet,
  context: MutationWebhookContext,
): MutationAnswer => {
  const { group, kind, namespace: name, object, operation, username } = request;
  const namespace = name === "" ? undefined : context.findNamespace(name);
  if (name !== "" && (namespace === undefined || namespace === null))
    return refuse(`namespaces ${goQuote(name)} not found`);
  const original: WorkingValue = object ?? null;
  if (!isFields(original)) return refuse("the request holds no object");
  const { findNamespace: _lookup, ...settings } = context;
  const outcome = mutate(inNamespace(original, name), mutators, {
    ...settings,
    namespace: isNamespace(group, kind) ? object : namespace,
    operation,
    username,
  });
  if (!outcome.ok) return refuse(outcome.error.message);
  if (!outcome.value.mutated) return { allowed: true, code: 200, message: "Resource was not mutated" };
  // An object that mutators have run on stays one.
  const mutated = inNamespace(outcome.value.object as WorkingFields, namespaceOf(original));
  // Both are free of stand-ins.
  const patch = createPatch(original as Json, mutated as Json);
  // A change that does not show in JSON is one of number types.
  return { allowed: true, code: 200, ...(patch.length > 0 ? { patchType: "JSONPatch", patch } : {}) };
};

const namespaceOf = (object: WorkingFields): string => {
  const metadata = ownField(object, "metadata");
  const namespace = isFields(metadata) ? ownField(metadata, "namespace") : undefined;
  return typeof namespace === "string" ? namespace : "";
};

/** Puts an object into a namespace, or into none: while it is mutated, it is where the request says. */
const inNamespace = (object: WorkingFields, namespace: string): WorkingFields => {
  const metadata = ownField(object, "metadata") ?? (namespace === "" ? undefined : {});
  if (!isFields(metadata) || namespaceOf(object) === namespace) return object;
  const changed = namespace === "" ? withoutField(metadata, "namespace") : withField(metadata, "namespace", namespace);
  return withField(object, "metadata", changed);
};
