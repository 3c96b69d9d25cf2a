import { fail, type Outcome, succeed } from "../outcome.js";
import {
  BOOL,
  DYN,
  FAULTY,
  formatCheckedType,
  isOptionalType,
  isSameType,
  listOf,
  mapOf,
  optionalOf,
} from "./cel-type.js";
import type { CelType } from "./cel-value.js";
import { checkFold, checkLet } from "./check-macro.js";
import type { CallExpression, Expression, ListExpression, MapExpression, SelectExpression } from "./expression.js";
import type { ExpressionChecker, Names } from "./expression-checker.js";
import type { FunctionDeclaration, FunctionTable, Overload } from "./function-declaration.js";
import { plainName } from "./plain-name.js";
import { runtimeType } from "./runtime-type.js";
import { formatIssues, type SourceIssue } from "./source-issue.js";
import { mostGeneral, Substitution } from "./unify.js";

/** What an expression may name. */
export interface Declarations {
  readonly variables: ReadonlyMap<string, CelType>;
  readonly functions: FunctionTable;
}

const formatSignature = (types: readonly CelType[], style: Overload["style"]): string => {
  const names = types.map(formatCheckedType);
  return style === "method" ? `${names[0]}.(${names.slice(1).join(", ")})` : `(${names.join(", ")})`;
};

/** The elements of a literal of a list, or the keys or values of a map, with the types that they have. */
interface LiteralElements {
  readonly elements: readonly Expression[];
  readonly types: readonly CelType[];
}

/** Finds the type of every part of an expression, and what does not go together. */
export class TypeChecker implements ExpressionChecker {
  readonly #functions: FunctionTable;
  readonly #literals: LiteralElements[] = [];
  /** How many calls of functions that take mixed literals are around what is checked. */
  #exemptions = 0;
  readonly issues: SourceIssue[] = [];
  readonly types = new Substitution();

  constructor(functions: FunctionTable) {
    this.#functions = functions;
  }

  report(offset: number, message: string): CelType {
    this.issues.push({ offset, message });
    return FAULTY;
  }

  check(expression: Expression, names: Names): CelType {
    switch (expression.kind) {
      case "literal":
        return runtimeType(expression.value);
      case "identifier":
        return (
          names.get(plainName(expression)) ??
          this.report(expression.offset, `undeclared reference to '${expression.name}' (in container '')`)
        );
      case "select":
        return this.#select(expression, names);
      case "call":
        return this.#call(expression, names);
      case "list":
        return this.#list(expression, names);
      case "map":
        return this.#map(expression, names);
      case "fold":
        return checkFold(this, expression, names);
      case "let":
        return checkLet(this, expression, names);
    }
  }

  #select({ operand, field, mode, offset }: SelectExpression, names: Names): CelType {
    const operandType = this.types.resolve(this.check(operand, names));
    const isOptional = isOptionalType(operandType);
    const target = isOptional ? (operandType.parameters[0] ?? DYN) : operandType;
    const result = this.#fieldType(target, field, offset);
    if (mode === "presence") return BOOL;
    return isOptional || mode === "optional" ? optionalOf(result) : result;
  }

  #fieldType(target: CelType, field: string, offset: number): CelType {
    if (target.kind === "map") return target.parameters[1] ?? DYN;
    if (target.fields !== undefined) {
      return target.fields.get(field) ?? this.report(offset, `undefined field '${field}'`);
    }
    // Values of most libraries are objects of a type whose fields nobody knows; those of addresses are none.
    if (target.kind === "opaque" && !target.name.startsWith("net.")) {
      return this.report(offset, `unexpected failed resolution of '${target.name}'`);
    }
    if (target.kind === "parameter") this.types.assign([DYN], [target]);
    else if (target.kind !== "dyn" && target.kind !== "error") {
      this.report(offset, `type '${formatCheckedType(target)}' does not support field selection`);
    }
    return DYN;
  }

  #call({ name, target, args, offset }: CallExpression, names: Names): CelType {
    const argumentTypes = this.#arguments(name, target === undefined ? args : [target, ...args], names);
    const declaration = this.#functions.get(name);
    if (declaration === undefined) return this.report(offset, `undeclared reference to '${name}' (in container '')`);
    if (name === "_&&_" || name === "_||_") return this.#logical(args, argumentTypes);
    const style = target === undefined ? "function" : "method";
    return this.resolveOverload(declaration, style, argumentTypes, offset);
  }

  #arguments(name: string, args: readonly Expression[], names: Names): readonly CelType[] {
    if (name === "format") this.#exemptions += 1;
    const types = args.map((part) => this.check(part, names));
    if (name === "format") this.#exemptions -= 1;
    return types;
  }

  #logical(args: readonly Expression[], types: readonly CelType[]): CelType {
    let result = BOOL as CelType;
    for (const [index, type] of types.entries()) {
      if (!this.assertType(args[index]?.offset ?? 0, BOOL, type)) result = FAULTY;
    }
    return result;
  }

  assertType(offset: number, expected: CelType, found: CelType): boolean {
    if (this.types.assign([found], [expected])) return true;
    this.report(offset, `expected type '${formatCheckedType(expected)}' but found '${formatCheckedType(found)}'`);
    return false;
  }

  resolveOverload(
    { name, overloads }: FunctionDeclaration,
    style: Overload["style"],
    argumentTypes: readonly CelType[],
    offset: number,
  ): CelType {
    let result: CelType | undefined;
    for (const overload of overloads) {
      if (overload.style !== style) continue;
      const [own = DYN, ...parameters] = this.#instantiate([overload.result, ...overload.parameters]);
      if (!this.types.assign(argumentTypes, parameters)) continue;
      const candidate = this.types.resolve(own);
      if (result === undefined) result = candidate;
      else if (result.kind !== "dyn" && !isSameType(candidate, result)) result = DYN;
    }
    if (result !== undefined) return result;
    const signature = formatSignature(
      argumentTypes.map((type) => this.types.finish(type)),
      style,
    );
    return this.report(offset, `found no matching overload for '${name}' applied to '${signature}'`);
  }

  /** Gives the type parameters of a signature names of their own. */
  #instantiate(signature: readonly CelType[]): readonly CelType[] {
    const fresh = new Map<string, CelType>();
    const replace = (type: CelType): CelType => {
      if (type.kind !== "parameter") {
        return type.parameters.length === 0 ? type : { ...type, parameters: type.parameters.map(replace) };
      }
      const known = fresh.get(type.name) ?? this.types.freshParameter();
      fresh.set(type.name, known);
      return known;
    };
    return signature.map(replace);
  }

  #list({ elements, optionals }: ListExpression, names: Names): CelType {
    return listOf(this.#join(this.#elements(elements, optionals, names)));
  }

  #map({ entries, optionals }: MapExpression, names: Names): CelType {
    const [keys, values] = [entries.map(([key]) => key), entries.map(([, value]) => value)];
    const keyTypes = this.#elements(keys, new Set(), names);
    return mapOf(this.#join(keyTypes), this.#join(this.#elements(values, optionals, names)));
  }

  /** The types of the elements of a literal, which in Kubernetes must be the same; of optional ones that of what they hold. */
  #elements(elements: readonly Expression[], optionals: ReadonlySet<number>, names: Names): readonly CelType[] {
    const types = elements.map((element, index) => {
      const type = this.check(element, names);
      return optionals.has(index) ? this.#unwrap(type, element.offset) : type;
    });
    if (this.#exemptions === 0) this.#literals.push({ elements, types });
    return types;
  }

  #unwrap(given: CelType, offset: number): CelType {
    const type = this.types.resolve(given);
    if (isOptionalType(type)) return type.parameters[0] ?? DYN;
    if (type.kind !== "dyn" && type.kind !== "error") this.assertType(offset, optionalOf(type), type);
    return type;
  }

  /** The type that goes with all of some types. */
  #join(types: readonly CelType[]): CelType {
    const [first, ...others] = types;
    let joined = first ?? this.types.freshParameter();
    for (const type of others) joined = this.types.assign([joined], [type]) ? mostGeneral(joined, type) : DYN;
    return joined;
  }

  /** Reports literals whose elements are of several types, now that all types are known. */
  reportMixedLiterals(): void {
    for (const { elements, types } of this.#literals) {
      const [first = DYN, ...others] = types.map((type) => this.types.finish(type));
      const index = others.findIndex((type) => !isSameType(type, first));
      const other = others[index];
      if (other === undefined) continue;
      const [expected, found] = [formatCheckedType(first), formatCheckedType(other)];
      this.report(elements[index + 1]?.offset ?? 0, `expected type '${expected}' but found '${found}'`);
    }
  }

  declaration(name: string): FunctionDeclaration {
    return this.#functions.get(name) ?? { name, overloads: [] };
  }
}

/**
 * Checks that the parts of an expression go together.
 *
 * @param text - what the expression was parsed from, for the places in messages
 * @returns the type of its value; or everything that is wrong, in cel-go's words
 * @source google/cel-go, checker/checker.go
 */
export const checkTypes = (text: string, expression: Expression, declarations: Declarations): Outcome<CelType> => {
  const checker = new TypeChecker(declarations.functions);
  const type = checker.check(expression, declarations.variables);
  if (checker.issues.length === 0) checker.reportMixedLiterals();
  if (checker.issues.length > 0) return fail("type-check", formatIssues(text, checker.issues));
  return succeed(checker.types.finish(type));
};
