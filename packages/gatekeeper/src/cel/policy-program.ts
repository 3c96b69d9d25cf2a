import type { Json } from "@ostiary/core";
import { fail, type Outcome, succeed } from "../outcome.js";
import { NAMESPACE_TYPE, REQUEST_TYPE } from "./admission-types.js";
import { BOOL, DYN, formatType, isSameType, NULL, objectType, STRING } from "./cel-type.js";
import type { CelType } from "./cel-value.js";
import type { CelEnvironment } from "./environment.js";
import { compileExpression, type Program } from "./program.js";

/** An expression with a name. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

/** One demand of a policy. */
export interface ValidationSource {
  readonly expression: string;
  /** Empty for none. */
  readonly message: string;
  /** Empty for none. */
  readonly messageExpression: string;
}

/** A policy in CEL as it is written. */
export interface PolicySource {
  readonly variables: readonly NamedExpression[];
  readonly matchConditions: readonly NamedExpression[];
  readonly validations: readonly ValidationSource[];
  readonly auditAnnotations: readonly NamedExpression[];
  /** Which expressions may name `params`. */
  readonly params: "none" | "variables" | "all";
}

/** A compiled expression, or why it does not compile, in Kubernetes' words; with its text. */
export interface CompiledExpression {
  readonly text: string;
  readonly program: Outcome<Program>;
}

/** A compiled expression with a name. */
export interface CompiledVariable extends CompiledExpression {
  readonly name: string;
}

/** A compiled demand. */
export interface CompiledValidation extends CompiledExpression {
  readonly message: string;
  readonly messageExpression: CompiledExpression | undefined;
}

/** A policy ready to judge objects. Immutable. */
export interface PolicyProgram {
  readonly variables: ReadonlyMap<string, CompiledVariable>;
  readonly matchConditions: readonly CompiledVariable[];
  readonly validations: readonly CompiledValidation[];
  readonly auditAnnotations: readonly CompiledVariable[];
}

type Names = ReadonlyMap<string, CelType>;

const BASE_NAMES: Names = new Map<string, CelType>([
  ["object", DYN],
  ["oldObject", DYN],
  ["request", REQUEST_TYPE],
  ["namespaceObject", NAMESPACE_TYPE],
]);

/** What is known of a variable to other expressions; types that Kubernetes has no declaration for are open. */
const declaredType = (type: CelType): CelType => {
  if (type.kind === "list" || type.kind === "map") return { ...type, parameters: type.parameters.map(declaredType) };
  return type.kind === "primitive" || type.kind === "null" ? type : DYN;
};

const checkResult = (program: Program, allowed: readonly CelType[]): Outcome<Program> => {
  if (allowed.length === 0 || allowed.some((type) => isSameType(type, program.type))) return succeed(program);
  const expected =
    allowed.length === 1 ? allowed.map(formatType).join("") : `one of [${allowed.map(formatType).join(" ")}]`;
  return fail("invalid-result", `must evaluate to ${expected} but got ${formatType(program.type)}`);
};

/** Compiles the expressions of one policy. */
class PolicyCompiler {
  readonly #environment: CelEnvironment;
  readonly #variables = new Map<string, CelType>();

  constructor(environment: CelEnvironment) {
    this.#environment = environment;
  }

  /** @param allowed - the types that the result may have; empty for any */
  compile(text: string, names: Names, allowed: readonly CelType[]): CompiledExpression {
    const variables = objectType("kubernetes.variables", Object.fromEntries(this.#variables));
    const compiled = compileExpression(text, new Map([...names, ["variables", variables]]), this.#environment);
    return { text, program: compiled.ok ? checkResult(compiled.value, allowed) : compiled };
  }

  /** Variables may name those before them. */
  variable({ name, expression }: NamedExpression, names: Names): CompiledVariable {
    const compiled = this.compile(expression, names, []);
    this.#variables.set(name, compiled.program.ok ? declaredType(compiled.program.value.type) : DYN);
    return { name, ...compiled };
  }
}

/**
 * Compiles a policy. What does not compile fails when it is evaluated, as in Kubernetes.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/cel/compile.go and composition.go
 */
export const compilePolicy = (source: PolicySource, environment: CelEnvironment): PolicyProgram => {
  const withParams: Names = new Map([...BASE_NAMES, ["params", DYN]]);
  const names = source.params === "all" ? withParams : BASE_NAMES;
  const compiler = new PolicyCompiler(environment);
  const variableNames = source.params === "none" ? BASE_NAMES : withParams;
  const variables = source.variables.map((variable) => compiler.variable(variable, variableNames));
  const named = (expressions: readonly NamedExpression[], allowed: readonly CelType[]) =>
    expressions.map(({ name, expression }) => ({ name, ...compiler.compile(expression, names, allowed) }));
  return {
    variables: new Map(variables.map((variable) => [variable.name, variable] as const)),
    matchConditions: named(source.matchConditions, [BOOL]),
    validations: source.validations.map(({ expression, message, messageExpression }) => ({
      ...compiler.compile(expression, names, [BOOL]),
      message,
      messageExpression: messageExpression === "" ? undefined : compiler.compile(messageExpression, names, [STRING]),
    })),
    auditAnnotations: named(source.auditAnnotations, [STRING, NULL]),
  };
};

/** What a policy judges. */
export interface PolicyInput {
  /** `null` on deletion. */
  readonly object: Json;
  readonly oldObject: Json;
  /** The request as expressions see it. */
  readonly request: Json;
  /** `null` when unknown or when there is none. */
  readonly namespaceObject: Json;
  readonly params: Json;
}
