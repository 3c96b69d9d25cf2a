import type { Json } from "@ostiary/core";
import { isClusterScoped } from "@ostiary/core/match";
import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { AdmissionAttributes } from "./admission-attributes.js";
import type { ParamRef, PolicyBinding } from "./binding-document.js";
import type { AdmissionPolicy } from "./policy-document.js";

type ParamKind = NonNullable<AdmissionPolicy["paramKind"]>;

interface Candidate {
  readonly json: Json;
  readonly view: ObjectView;
  readonly namespace: string;
}

const candidates = ({ apiVersion, kind }: ParamKind, inventory: readonly unknown[]): readonly Candidate[] =>
  inventory.flatMap((object) => {
    const view = ObjectView.root(new Reading(), object, []);
    if (view.string("apiVersion") !== apiVersion || view.string("kind") !== kind) return [];
    const json = ObjectView.root(new Reading(), { object }, []).raw("object") ?? null;
    return [{ json, view, namespace: view.object("metadata").string("namespace") ?? "" }];
  });

/** Whether parameters are in no namespace. Of kinds that are not Kubernetes' own the objects themselves have to tell. */
const isGlobal = ({ apiVersion, kind }: ParamKind, all: readonly Candidate[]): boolean => {
  if (isClusterScoped({ group: groupOf(apiVersion), kind })) return true;
  const isOwn = !groupOf(apiVersion).includes(".") || groupOf(apiVersion).endsWith(".k8s.io");
  return !isOwn && all.length > 0 && all.every((candidate) => candidate.namespace === "");
};

const isNamed = ({ name, selector }: ParamRef, { view }: Candidate): boolean => {
  const metadata = view.object("metadata");
  if (selector === undefined) return metadata.string("name") === name;
  return "matches" in selector && selector.matches(metadata.stringMap("labels"));
};

/** Cluster-wide parameters, or those of the namespace that is meant. */
const inScope = (
  kind: ParamKind,
  all: readonly Candidate[],
  paramRef: ParamRef,
  requestNamespace: string,
): Outcome<readonly Candidate[]> => {
  if (isGlobal(kind, all)) {
    if (paramRef.namespace === "") return succeed(all);
    return fail("param-ref", "paramRef.namespace must not be provided for a cluster-scoped `paramKind`");
  }
  const namespace = paramRef.namespace === "" ? requestNamespace : paramRef.namespace;
  if (namespace !== "") return succeed(all.filter((candidate) => candidate.namespace === namespace));
  return fail("param-ref", "cannot use namespaced paramRef in policy binding that matches cluster-scoped resources");
};

/**
 * The parameters that a binding gives its policy for a request: it is judged once with each of them.
 *
 * @param inventory - the objects among which parameters are looked for
 * @returns `null` alone for a policy or binding without parameters; none when there are none and that does not matter; or why
 *   the binding cannot be used, in Kubernetes' words
 * @source k8s.io/apiserver, pkg/admission/plugin/policy/generic/policy_dispatcher.go, CollectParams
 */
export const findParams = (
  { paramKind }: AdmissionPolicy,
  { paramRef }: PolicyBinding,
  { request }: AdmissionAttributes,
  inventory: readonly unknown[],
): Outcome<readonly Json[]> => {
  if (paramKind === undefined || paramRef === undefined) return succeed([null]);
  if (paramRef.selector !== undefined && "fault" in paramRef.selector) return fail("selector", paramRef.selector.fault);
  const scoped = inScope(paramKind, candidates(paramKind, inventory), paramRef, request.namespace);
  if (!scoped.ok) return scoped;
  const found = scoped.value.filter((candidate) => isNamed(paramRef, candidate)).map(({ json }) => json);
  if (found.length > 0 || paramRef.parameterNotFoundAction === "Allow") return succeed(found);
  return fail("no-params", "no params found for policy binding with `Deny` parameterNotFoundAction");
};
