import { BOOL, isSameType, optionalOf, STRING } from "../cel/cel-type.js";
import type { CelType } from "../cel/cel-value.js";
import type { CelEnvironment } from "../cel/environment.js";
import { compileExpression, type Program } from "../cel/program.js";
import type { JsonSchema, ValidationRule } from "../schema/json-schema.js";

/** The value that a rule is about, and the one that it had before. */
const SELF = "self";
const OLD_SELF = "oldSelf";

/** A compiled rule; without a program it does not compile, or is empty. */
export interface CompiledSchemaRule {
  readonly rule: ValidationRule;
  readonly program: Program | undefined;
  /** Why there is no program, in a cluster's words. */
  readonly error: string | undefined;
  readonly messageProgram: Program | undefined;
  readonly messageError: string | undefined;
  readonly usesOldSelf: boolean;
}

/**
 * Compiles the own rules of a schema, without those of its parts.
 *
 * @param type - what expressions see of the schema
 * @source k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel/compilation.go, Compile
 */
export const compileRules = (
  { validations = [] }: JsonSchema,
  type: CelType,
  environment: CelEnvironment,
): readonly CompiledSchemaRule[] => validations.map((rule) => compileRule(rule, type, environment));

const NOTHING = { program: undefined, error: undefined, messageProgram: undefined, messageError: undefined };

const compileRule = (rule: ValidationRule, type: CelType, environment: CelEnvironment): CompiledSchemaRule => {
  if (rule.rule.trim() === "") return { rule, ...NOTHING, usesOldSelf: false };
  const old = rule.optionalOldSelf === true ? optionalOf(type) : type;
  const variables = new Map([
    [SELF, type],
    [OLD_SELF, old],
  ]);
  const compiled = compileExpression(rule.rule, variables, environment);
  if (!compiled.ok) return { rule, ...NOTHING, error: compiled.error.message, usesOldSelf: false };
  if (!isSameType(compiled.value.type, BOOL)) {
    return { rule, ...NOTHING, error: "cel expression must evaluate to a bool", usesOldSelf: false };
  }
  // Whatever compiles only where `oldSelf` is known, names it.
  const usesOldSelf = !compileExpression(rule.rule, new Map([[SELF, type]]), environment).ok;
  const program = compiled.value;
  return { rule, ...NOTHING, program, usesOldSelf, ...compileMessage(rule, variables, environment) };
};

type CompiledMessage = Partial<Pick<CompiledSchemaRule, "messageProgram" | "messageError">>;

const compileMessage = (
  { messageExpression }: ValidationRule,
  variables: ReadonlyMap<string, CelType>,
  environment: CelEnvironment,
): CompiledMessage => {
  if (messageExpression === "") return {};
  const compiled = compileExpression(messageExpression, variables, environment);
  if (!compiled.ok) return { messageError: `messageExpression ${compiled.error.message.replace(/^program /, "")}` };
  if (isSameType(compiled.value.type, STRING)) return { messageProgram: compiled.value };
  return { messageError: "messageExpression must evaluate to a string" };
};
