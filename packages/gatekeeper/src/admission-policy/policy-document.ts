import type { PolicyDocument } from "@ostiary/core";
import { formatFieldPath, goQuote, ObjectView, Reading } from "@ostiary/rules";
import type { CelEnvironment } from "../cel/environment.js";
import {
  type CompiledExpression,
  compilePolicy,
  type NamedExpression,
  type PolicyProgram,
} from "../cel/policy-program.js";
import { type MatchResources, readMatchResources } from "./match-resources.js";

/** A policy as it is read. Immutable. */
export interface AdmissionPolicy {
  readonly name: string;
  readonly failurePolicy: "Fail" | "Ignore";
  readonly matches: MatchResources;
  readonly paramKind: { readonly apiVersion: string; readonly kind: string } | undefined;
  readonly program: PolicyProgram;
  /** What a denial by each validation is called in the answer of a server. */
  readonly reasons: readonly string[];
}

/** What is wrong with a document, one line each. */
export interface ReadDocument<Document> {
  readonly document: Document;
  readonly faults: readonly string[];
}

/** What a denial may be called. */
const REASONS: readonly string[] = ["Unauthorized", "Forbidden", "Invalid", "RequestEntityTooLarge"];

/** Names of variables are identifiers of CEL. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

const named = (view: ObjectView, list: string, name: string, expression: string): readonly NamedExpression[] =>
  view.objects(list).map((item) => ({ name: item.string(name) ?? "", expression: item.string(expression) ?? "" }));

const compileFault = (field: string, { text, program }: CompiledExpression): readonly string[] => {
  if (text.trim() === "") return [`${field}: Required value: expression is not specified`];
  if (program.ok) return [];
  const [firstLine = ""] = program.error.message.split("\n");
  return [`${field}: Invalid value: ${goQuote(text)}: ${firstLine}`];
};

const programFaults = ({ variables, matchConditions, validations, auditAnnotations }: PolicyProgram) => [
  ...[...variables.values()].flatMap((variable, index) =>
    compileFault(`spec.variables[${index}].expression`, variable),
  ),
  ...matchConditions.flatMap((condition, index) =>
    compileFault(`spec.matchConditions[${index}].expression`, condition),
  ),
  ...validations.flatMap((validation, index) => [
    ...compileFault(`spec.validations[${index}].expression`, validation),
    ...(validation.messageExpression === undefined
      ? []
      : compileFault(`spec.validations[${index}].messageExpression`, validation.messageExpression)),
  ]),
  ...auditAnnotations.flatMap((annotation, index) =>
    compileFault(`spec.auditAnnotations[${index}].valueExpression`, annotation),
  ),
];

const supported = (field: string, value: string, allowed: readonly string[]): readonly string[] =>
  allowed.includes(value)
    ? []
    : [`${field}: Unsupported value: ${goQuote(value)}: supported values: ${allowed.map(goQuote).join(", ")}`];

const variableFaults = (variables: readonly NamedExpression[]): readonly string[] =>
  variables.flatMap(({ name }, index) => {
    const field = `spec.variables[${index}].name`;
    if (!IDENTIFIER.test(name))
      return [`${field}: Invalid value: ${goQuote(name)}: name is not a valid CEL identifier`];
    const isDuplicate = variables.findIndex((other) => other.name === name) < index;
    return isDuplicate ? [`${field}: Duplicate value: ${goQuote(name)}`] : [];
  });

const typeFaults = (reading: Reading): readonly string[] =>
  reading.faults.map(({ path, expected, found }) => `${formatFieldPath(path)}: expected ${expected}, found ${found}`);

const readParamKind = (spec: ObjectView): AdmissionPolicy["paramKind"] => {
  const view = spec.optional("paramKind");
  return view && { apiVersion: view.string("apiVersion") ?? "", kind: view.string("kind") ?? "" };
};

const compile = (spec: ObjectView, variables: readonly NamedExpression[], environment: CelEnvironment): PolicyProgram =>
  compilePolicy(
    {
      variables,
      matchConditions: named(spec, "matchConditions", "name", "expression"),
      validations: spec.objects("validations").map((validation) => ({
        expression: validation.string("expression") ?? "",
        message: validation.string("message") ?? "",
        messageExpression: validation.string("messageExpression") ?? "",
      })),
      auditAnnotations: named(spec, "auditAnnotations", "key", "valueExpression"),
      params: spec.optional("paramKind") === undefined ? "none" : "all",
    },
    environment,
  );

/**
 * Reads a ValidatingAdmissionPolicy. What an API server would refuse is a fault; the policy that comes with it must not be run.
 *
 * @source k8s.io/api/admissionregistration/v1; kubernetes, pkg/apis/admissionregistration/validation
 */
export const readAdmissionPolicy = (
  { value }: PolicyDocument,
  environment: CelEnvironment,
): ReadDocument<AdmissionPolicy> => {
  const reading = new Reading();
  const view = ObjectView.root(reading, value, []);
  const spec = view.object("spec");
  const variables = named(spec, "variables", "name", "expression");
  const failurePolicy = spec.string("failurePolicy") ?? "Fail";
  const reasons = spec.objects("validations").map((validation) => validation.string("reason") ?? "Invalid");
  const program = compile(spec, variables, environment);
  const policy: AdmissionPolicy = {
    name: view.object("metadata").string("name") ?? "",
    failurePolicy: failurePolicy === "Ignore" ? "Ignore" : "Fail",
    matches: readMatchResources(spec.object("matchConstraints")),
    paramKind: readParamKind(spec),
    program,
    reasons,
  };
  const isEmpty = program.validations.length === 0 && program.auditAnnotations.length === 0;
  return {
    document: policy,
    faults: [
      ...typeFaults(reading),
      ...(policy.name === "" ? ["metadata.name: Required value: name or generateName is required"] : []),
      ...(isEmpty
        ? ["spec.validations: Required value: validations or auditAnnotations must contain at least one item"]
        : []),
      ...supported("spec.failurePolicy", failurePolicy, ["Fail", "Ignore"]),
      ...reasons.flatMap((reason, index) => supported(`spec.validations[${index}].reason`, reason, REASONS)),
      ...variableFaults(variables),
      ...programFaults(program),
    ],
  };
};
