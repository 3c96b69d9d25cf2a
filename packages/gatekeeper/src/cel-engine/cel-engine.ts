import type { Json } from "@ostiary/core";
import { type CelEnvironment, kubernetesEnvironment } from "../cel/environment.js";
import { judgeByPolicy } from "../cel/judge-policy.js";
import { compilePolicy, type PolicyProgram } from "../cel/policy-program.js";
import type {
  CompiledTemplate,
  EngineConstraint,
  EngineResult,
  EngineReview,
  TemplateEngine,
} from "../engine/template-engine.js";
import { type Outcome, succeed } from "../outcome.js";
import { namespaceVariable } from "./namespace-variable.js";
import { type NativeSource, readNativeSource } from "./native-source.js";
import { requestVariable } from "./request-variable.js";
import { type CelWatch, watchExpressions } from "./watch-expressions.js";

/** How rules in CEL are run. Everything is optional. */
export interface CelEngineOptions {
  /** Is told of every rule that is compiled, and gives who watches its expressions. Default: nobody does. */
  readonly watch?: CelWatch;
}

/** What all validations of a template together may cost for one constraint. */
const BUDGET = 1_000_000;

/** The variables that come before the author's: the object, on deletion the old one; and the constraint's parameters. */
const OWN_VARIABLES = [
  {
    name: "anyObject",
    expression: 'has(request.operation) && request.operation == "DELETE" && object == null ? oldObject : object',
  },
  {
    name: "params",
    expression: "!has(params.spec) ? null : !has(params.spec.parameters) ? null: params.spec.parameters",
  },
];

const compile = (source: NativeSource, environment: CelEnvironment): PolicyProgram =>
  compilePolicy(
    {
      variables: [...OWN_VARIABLES, ...source.variables],
      matchConditions: source.matchConditions,
      validations: source.validations,
      auditAnnotations: [],
      params: "variables",
    },
    environment,
  );

/** As much of the constraint as the variable `params` reads. */
const constraintDocument = ({ kind, name, parameters }: EngineConstraint): Json => ({
  kind,
  metadata: { name },
  spec: parameters === undefined ? {} : { parameters },
});

const reviewByConstraint = (
  program: PolicyProgram,
  { failurePolicy }: NativeSource,
  constraint: EngineConstraint,
  { request, namespaceObject }: EngineReview,
): readonly EngineResult[] => {
  const { decisions } = judgeByPolicy(
    program,
    {
      // Unlike Rego, CEL sees no object when one is deleted.
      object: request.operation === "DELETE" ? null : request.object,
      oldObject: request.oldObject,
      request: requestVariable(request),
      namespaceObject: namespaceVariable(namespaceObject),
      params: constraintDocument(constraint),
    },
    BUDGET,
  );
  return decisions
    .filter(({ outcome }) => outcome === "denied" || failurePolicy === "Fail")
    .map(({ message, findings }) => ({ constraint, message, details: undefined, findings }));
};

const compiledTemplate = (source: NativeSource, program: PolicyProgram): CompiledTemplate => ({
  review: (constraints, review): Outcome<readonly EngineResult[]> =>
    succeed(constraints.flatMap((constraint) => reviewByConstraint(program, source, constraint, review))),
});

/**
 * The engine K8sNativeValidation: rules of templates in CEL. Expressions that do not compile fail when an object is reviewed, as
 * in Gatekeeper; the source itself must be right.
 *
 * @source gatekeeper, pkg/drivers/k8scel
 */
export const celEngine = ({ watch }: CelEngineOptions = {}): TemplateEngine => {
  // Made when there is something to compile: most clusters have no template in CEL.
  let environment: CelEnvironment | undefined;
  return {
    name: "K8sNativeValidation",
    compile: ({ kind, source }) => {
      const read = readNativeSource(source);
      if (!read.ok) return read;
      environment ??= kubernetesEnvironment();
      const program = compile(read.value, environment);
      const watched = watch && watchExpressions(program, read.value, (expressions) => watch(kind, expressions));
      return succeed(compiledTemplate(read.value, watched ?? program));
    },
  };
};
