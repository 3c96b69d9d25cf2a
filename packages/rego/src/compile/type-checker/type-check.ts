import type { Builtin } from "../../builtins/builtin.js";
import type { BuiltinTable } from "../../builtins/create-builtins.js";
import {
  type Body,
  type Call,
  type Comprehension,
  calledOperator,
  type Literal,
  operatorName,
  type Reference,
  type Rule,
  type Term,
  type With,
} from "../../syntax/ast.js";
import { type Diagnostic, diagnose } from "../../syntax/diagnostic.js";
import type { Location } from "../../syntax/location.js";
import { printTerm } from "../../syntax/print-term.js";
import { certain } from "../../value/certain.js";
import type { Reference as Release } from "../../value/reference.js";
import { compareText } from "../../value/text-order.js";
import { anyType, arrayOf, objectOf, setOf, type Type } from "../../value/type.js";
import { visitTerms } from "../map-terms.js";
import type { DefinedRule, RuleNode } from "../rule-tree.js";
import { declaredTypes } from "./call-types.js";
import { checkedComprehensions, checkedReferences } from "./checked-terms.js";
import { rulesInDependencyOrder } from "./dependency-order.js";
import { membershipMisfit } from "./membership-types.js";
import { checkReference } from "./reference-types.js";
import { canBeEqual, hasUnknown, isUnknown, unknownType } from "./type-algebra.js";
import { TypeScope } from "./type-scope.js";
import { argumentLines, typeText } from "./type-text.js";
import { type FunctionType, TypeTree } from "./type-tree.js";
import { unifyTerm, unifyTerms } from "./unify-types.js";

/** The types of all rules, and what was found that can never be true. */
export interface CheckedTypes {
  readonly problems: readonly Diagnostic[];
  /** Reports what can never be true in a query. */
  checkQuery(query: Body): readonly Diagnostic[];
}

/** Infers the types of rules. */
export function checkTypes(root: RuleNode, context: TypeContext): CheckedTypes {
  const checker = new TypeChecker(context);
  for (const { rule, defined } of rulesInDependencyOrder(root)) checker.rule(rule, defined);
  return { problems: checker.problems.sort(byPlace), checkQuery: (query) => checker.query(query) };
}

/** What the checker needs to know besides the rules. */
export interface TypeContext {
  readonly builtins: BuiltinTable;
  readonly release: Release;
}

/** By place; where several stand at one place, by text. */
const byPlace = (left: Diagnostic, right: Diagnostic): number =>
  compareText(left.file, right.file) ||
  left.row - right.row ||
  left.column - right.column ||
  compareText(left.message, right.message);

interface InferredComprehension {
  readonly type: Type;
  readonly problems: readonly Diagnostic[];
}

class TypeChecker {
  readonly problems: Diagnostic[] = [];
  private readonly tree = new TypeTree();
  private readonly comprehensions = new Map<Comprehension, InferredComprehension>();
  private readonly builtins = new Map<Builtin, FunctionType>();

  constructor(private readonly context: TypeContext) {}

  rule(rule: Rule, defined: DefinedRule): void {
    const scope = this.scope();
    const found = this.body(rule.body, scope);
    const ground = defined.reference.path.flatMap((part) => (part.kind === "scalar" ? [part.value] : []));
    const dynamic = defined.reference.path.findIndex((part) => part.kind !== "scalar");
    const node = (): TypeTree => this.tree.at(dynamic < 0 ? ground : ground.slice(0, dynamic));
    if (found.length > 0) {
      this.problems.push(...found);
      // What refers to a rule with errors shall not have errors because of it.
      if ((rule.head.args ?? []).length === 0) node().value = anyType;
      else node().failFunction(certain(rule.head.args, "arguments"));
      return;
    }
    if ((rule.head.args ?? []).length > 0) node().defineFunction(functionType(rule, scope));
    else {
      const type = nestedType(rule, dynamic < 0 ? [] : defined.reference.path.slice(dynamic), scope);
      if (!isUnknown(type)) node().define(type);
    }
  }

  query(query: Body): readonly Diagnostic[] {
    return this.body(query, this.scope());
  }

  private scope(): TypeScope {
    return new TypeScope(this.tree, this.context.release, (term, scope) => this.comprehension(term, scope).type);
  }

  private body(body: Body, scope: TypeScope): readonly Diagnostic[] {
    return body.flatMap((literal) => this.literal(literal, scope));
  }

  private literal(literal: Literal, scope: TypeScope): readonly Diagnostic[] {
    const inner = this.closures(literal, scope);
    const references = referenceProblems(literal, scope);
    const before = [...inner, ...references];
    const own = this.expression(literal, scope);
    if (own === undefined) return before;
    const isConsequence = own.isUnknown && before.length > 0;
    return isConsequence ? before : [...before, own.problem];
  }

  private closures(literal: Literal, scope: TypeScope): readonly Diagnostic[] {
    let found: readonly Diagnostic[] = [];
    for (const comprehension of checkedComprehensions(literal)) {
      const { problems } = this.comprehension(comprehension, scope);
      // Of several comprehensions with errors OPA reports the last.
      if (problems.length > 0) found = problems;
    }
    return found;
  }

  private comprehension(term: Comprehension, outer: TypeScope): InferredComprehension {
    const known = this.comprehensions.get(term);
    if (known !== undefined) return known;
    const scope = outer.inner();
    const problems = this.body(term.body, scope);
    const type = problems.length > 0 ? unknownType : collectedType(term, scope);
    const inferred = { type, problems };
    this.comprehensions.set(term, inferred);
    return inferred;
  }

  private expression(literal: Literal, scope: TypeScope): Finding | undefined {
    for (const modifier of literal.modifiers) {
      const found = this.modifier(modifier);
      if (found !== undefined) return found;
    }
    const { expression } = literal;
    if (expression.kind !== "call") return undefined;
    if (calledOperator(expression) === "eq") return checkEquation(expression, literal.location, scope);
    const found = this.call(expression, literal.location, scope);
    const details = this.isNewer ? membershipMisfit(expression, scope) : undefined;
    return found ?? (details === undefined ? undefined : finding("match error", literal.location, details));
  }

  /** A function can only be replaced by one of the same number of arguments that can have the same types. */
  private modifier({ target, value, location }: With): Finding | undefined {
    const [replaced, replacement] = [this.functionOf(target), this.functionOf(value)];
    if (replaced === undefined || replacement === undefined) return undefined;
    const isFitting = replaced.args.length === replacement.args.length;
    if (isFitting) return undefined;
    const details = argumentLines(replacement.args, replaced.args);
    return finding(`${printTerm(target)}: arity mismatch`, location, details);
  }

  private get isNewer(): boolean {
    return this.context.release === "1.22";
  }

  private functionOf(term: Term): FunctionType | undefined {
    if (term.kind !== "reference") return undefined;
    const isData = term.head.kind === "variable" && term.head.name === "data";
    if (isData) return this.tree.find(term.path)?.function;
    const builtin = this.context.builtins.get(operatorName(term));
    return builtin === undefined ? undefined : this.typesOf(builtin);
  }

  /** Of a function of which a definition has errors OPA may have forgotten that it is one. */
  private isCallable({ head, path }: Reference): boolean {
    const isData = head.kind === "variable" && head.name === "data";
    return !isData || this.tree.find(path)?.isCallable !== false;
  }

  private typesOf(builtin: Builtin): FunctionType {
    const types = this.builtins.get(builtin) ?? declaredTypes(builtin, this.context.release);
    this.builtins.set(builtin, types);
    return types;
  }

  private call(call: Call, location: Location, scope: TypeScope): Finding | undefined {
    const type = this.functionOf(call.operator);
    // A rule that can have any value passes for a function, one of a known type does not.
    if (type === undefined && scope.typeOf(call.operator).kind === "any") return undefined;
    if (type === undefined || !this.isCallable(call.operator)) {
      return finding(`undefined function ${printTerm(call.operator)}`, location, []);
    }
    const expected = [...type.args, type.result];
    const given = misfitTypes(call.args, expected, scope);
    if (given === undefined) return undefined;
    const details = argumentLines(given, expected);
    const found = finding(`${printTerm(call.operator)}: invalid argument(s)`, location, details);
    return { ...found, isUnknown: given.some(hasUnknown) };
  }
}

/**
 * The types of the arguments where one cannot be what is expected. Each is looked at as a whole, as it was before the
 * call, and then its parts, which may learn from the arguments before it.
 */
function misfitTypes(args: readonly Term[], expected: readonly Type[], scope: TypeScope): readonly Type[] | undefined {
  const before = args.map((arg) => scope.typeOf(arg));
  for (const [index, arg] of args.entries()) {
    const [known, wanted] = [certain(before[index], "type"), certain(expected[index], "expected type")];
    if (!hasUnknown(known) && !canBeEqual(known, wanted)) return before;
    if (!unifyTerm(arg, wanted, scope, "learn")) return args.map((each) => scope.typeOf(each));
  }
  return undefined;
}

interface Finding {
  readonly problem: Diagnostic;
  /** The type of a part is unknown: an error in that part may be the cause. */
  readonly isUnknown: boolean;
}

const finding = (message: string, location: Location, details: readonly string[]): Finding => ({
  problem: { ...diagnose("rego_type_error", message, location), details },
  isUnknown: false,
});

function checkEquation(call: Call, location: Location, scope: TypeScope): Finding | undefined {
  const [left, right] = call.args;
  if (call.args.length > 2) {
    const details = argumentLines(
      call.args.map((arg) => scope.typeOf(arg)),
      [anyType, anyType],
    );
    return finding("eq: too many arguments", location, details);
  }
  const sides = [certain(left, "left side"), certain(right, "right side")] as const;
  const types = [scope.typeOf(sides[0]), scope.typeOf(sides[1])] as const;
  if (unifyTerms(...sides, scope)) return undefined;
  const details = [`left  : ${typeText(types[0])}`, `right : ${typeText(types[1])}`];
  return { ...finding("match error", location, details), isUnknown: types.some(hasUnknown) };
}

function referenceProblems(literal: Literal, scope: TypeScope): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const reference of checkedReferences(literal)) {
    const problem = checkReference(reference, scope);
    if (problem === undefined) continue;
    const { message, details } = problem;
    found.push({ ...diagnose("rego_type_error", message, reference.location), details });
  }
  return found;
}

function collectedType(term: Comprehension, scope: TypeScope): Type {
  const head = scope.typeOf(term.head);
  if (term.collects === "array") return arrayOf(head);
  if (term.collects === "set") return setOf(head);
  return objectOf(scope.typeOf(certain(term.key, "key")), head);
}

function functionType(rule: Rule, scope: TypeScope): FunctionType {
  const args = certain(rule.head.args, "arguments").map((arg) => {
    visitTerms(arg, (term) => {
      if (term.kind === "variable" && isUnknown(scope.variable(term.name))) scope.learn(term.name, anyType);
    });
    return scope.typeOf(arg);
  });
  return { args, result: scope.typeOf(certain(rule.head.value, "value")) };
}

/** The type that a rule gives to the constant beginning of its reference. */
function nestedType(rule: Rule, path: readonly Term[], scope: TypeScope): Type {
  const { key, value } = rule.head;
  const member = scope.typeOf(certain(key ?? value, "value"));
  const leaf = key === undefined || isUnknown(member) ? member : setOf(member);
  return path.reduceRight((inner, part) => {
    const keyType = scope.typeOf(part);
    return isUnknown(inner) || isUnknown(keyType) ? unknownType : objectOf(keyType, inner);
  }, leaf);
}
