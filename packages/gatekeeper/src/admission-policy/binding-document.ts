import type { Action, PolicyDocument } from "@ostiary/core";
import { compileLabelSelector, type LabelSelector } from "@ostiary/core/match";
import { formatFieldPath, goQuote, ObjectView, Reading } from "@ostiary/rules";
import { type MatchResources, readMatchResources } from "./match-resources.js";
import type { ReadDocument } from "./policy-document.js";

/** Which objects are the parameters of a policy. */
export interface ParamRef {
  /** Empty where a selector is given. */
  readonly name: string;
  /** Empty for the namespace of the request. */
  readonly namespace: string;
  readonly selector: LabelSelector | undefined;
  readonly parameterNotFoundAction: "Allow" | "Deny";
}

/** A binding as it is read. Immutable. */
export interface PolicyBinding {
  readonly name: string;
  readonly policyName: string;
  readonly matches: MatchResources;
  readonly paramRef: ParamRef | undefined;
  /** What a violation does, as written. */
  readonly validationActions: readonly string[];
  /** The same in our terms, strictest first. */
  readonly actions: readonly Action[];
}

const ACTIONS: readonly (readonly [written: string, action: Action])[] = [
  ["Deny", "deny"],
  ["Warn", "warn"],
  ["Audit", "dryrun"],
];

const readParamRef = (view: ObjectView): ParamRef => {
  const selector = view.optional("selector");
  return {
    name: view.string("name") ?? "",
    namespace: view.string("namespace") ?? "",
    selector: selector && compileLabelSelector(selector),
    parameterNotFoundAction: view.string("parameterNotFoundAction") === "Allow" ? "Allow" : "Deny",
  };
};

const actionFaults = (actions: readonly string[]): readonly string[] => {
  const field = "spec.validationActions";
  if (actions.length === 0) return [`${field}: Required value: at least one validation action is required`];
  const known = ACTIONS.map(([written]) => written);
  const unknown = actions.find((action) => !known.includes(action));
  if (unknown !== undefined) {
    return [`${field}: Unsupported value: ${goQuote(unknown)}: supported values: ${known.map(goQuote).join(", ")}`];
  }
  if (!actions.includes("Deny") || !actions.includes("Warn")) return [];
  return [`${field}: Invalid value: ${JSON.stringify(actions)}: must not contain both Deny and Warn`];
};

const paramRefFaults = (view: ObjectView | undefined, { name, selector }: Partial<ParamRef>): readonly string[] => {
  if (view === undefined) return [];
  const hasName = name !== undefined && name !== "";
  if (hasName && selector !== undefined) return ["spec.paramRef: Forbidden: name and selector are mutually exclusive"];
  if (!hasName && selector === undefined)
    return ["spec.paramRef: Required value: one of name or selector must be specified"];
  const action = view.string("parameterNotFoundAction");
  if (action === "Allow" || action === "Deny") return [];
  return ["spec.paramRef.parameterNotFoundAction: Required value: must be `Allow` or `Deny`"];
};

/**
 * Reads a ValidatingAdmissionPolicyBinding. What an API server would refuse is a fault.
 *
 * @source k8s.io/api/admissionregistration/v1; kubernetes, pkg/apis/admissionregistration/validation
 */
export const readPolicyBinding = ({ value }: PolicyDocument): ReadDocument<PolicyBinding> => {
  const reading = new Reading();
  const view = ObjectView.root(reading, value, []);
  const spec = view.object("spec");
  const validationActions = spec.strings("validationActions");
  const paramRefView = spec.optional("paramRef");
  const paramRef = paramRefView && readParamRef(paramRefView);
  const binding: PolicyBinding = {
    name: view.object("metadata").string("name") ?? "",
    policyName: spec.string("policyName") ?? "",
    matches: readMatchResources(spec.object("matchResources")),
    paramRef,
    validationActions,
    actions: ACTIONS.filter(([written]) => validationActions.includes(written)).map(([, action]) => action),
  };
  return {
    document: binding,
    faults: [
      ...reading.faults.map(
        ({ path, expected, found }) => `${formatFieldPath(path)}: expected ${expected}, found ${found}`,
      ),
      ...(binding.name === "" ? ["metadata.name: Required value: name or generateName is required"] : []),
      ...(binding.policyName === "" ? ["spec.policyName: Required value"] : []),
      ...actionFaults(validationActions),
      ...paramRefFaults(paramRefView, paramRef ?? {}),
    ],
  };
};
