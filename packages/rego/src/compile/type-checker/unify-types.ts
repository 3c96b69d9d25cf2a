import { constantValue } from "../../evaluate/constant.js";
import type { Term } from "../../syntax/ast.js";
import { anyType, type Type } from "../../value/type.js";
import { canBeEqual, either, hasUnknown, isUnknown, select, unknownType } from "./type-algebra.js";
import type { TypeScope } from "./type-scope.js";

/** `learn`: a variable takes the type unless it has one; `widen`: the type is one more that it can have. */
type Manner = "learn" | "widen";

/** Can the terms be equal? Variables without a type take that of the other side. */
export function unifyTerms(left: Term, right: Term, scope: TypeScope): boolean {
  const [leftType, rightType] = [scope.typeOf(left), scope.typeOf(right)];
  const [isLeftOpen, isRightOpen] = [hasUnknown(leftType), hasUnknown(rightType)];
  if (isLeftOpen && !isRightOpen) return unifyTerm(left, rightType, scope, "learn");
  if (isRightOpen && !isLeftOpen) return unifyTerm(right, leftType, scope, "learn");
  if (!isLeftOpen) return canBeEqual(leftType, rightType);
  if (left.kind === "array" || left.kind === "object") return unifyPattern(left, right, scope);
  if (left.kind === "variable" && (right.kind === "array" || right.kind === "object")) {
    return unifyPattern(right, left, scope);
  }
  if (left.kind === "variable" && right.kind === "variable") return learnBoth(left, right, scope);
  // A variable takes also what is known in part only.
  if (left.kind === "variable" && isUnknown(leftType) && !isUnknown(rightType)) {
    return unifyTerm(left, rightType, scope, "learn");
  }
  return (
    right.kind === "variable" &&
    isUnknown(rightType) &&
    !isUnknown(leftType) &&
    unifyTerm(right, leftType, scope, "learn")
  );
}

const learnBoth = (one: Term, other: Term, scope: TypeScope): boolean =>
  unifyTerm(one, anyType, scope, "learn") && unifyTerm(other, scope.typeOf(one), scope, "learn");

function unifyPattern(pattern: Term, other: Term, scope: TypeScope): boolean {
  if (other.kind === "variable") return learnBoth(pattern, other, scope);
  if (pattern.kind === "array" && other.kind === "array") {
    if (pattern.items.length !== other.items.length) return false;
    return pattern.items.every((item, index) => {
      const opposite = other.items[index];
      return opposite !== undefined && unifyTerms(item, opposite, scope);
    });
  }
  if (pattern.kind !== "object" || other.kind !== "object") return false;
  if (pattern.entries.length !== other.entries.length) return false;
  return pattern.entries.every(([key, value]) => {
    const opposite = other.entries.find(([otherKey]) => isSameKey(key, otherKey));
    return opposite !== undefined && unifyTerms(value, opposite[1], scope);
  });
}

const isSameKey = (left: Term, right: Term): boolean =>
  (left.kind === "scalar" && right.kind === "scalar" && left.value === right.value) ||
  (left.kind === "variable" && right.kind === "variable" && left.name === right.name);

/** Can the term have a value of the type? */
export function unifyTerm(term: Term, type: Type, scope: TypeScope, manner: Manner): boolean {
  switch (term.kind) {
    case "variable":
      return unifyVariable(term.name, type, scope, manner);
    case "array":
    case "object":
    case "set":
      return unifyCollection(term, type, scope, manner);
    default:
      return canBeEqual(scope.typeOf(term), type);
  }
}

function unifyVariable(name: string, type: Type, scope: TypeScope, manner: Manner): boolean {
  if (name === "input") return true;
  const known = scope.variable(name);
  if (manner === "widen") {
    scope.learn(name, either(known, type));
    return true;
  }
  if (!isUnknown(known)) return canBeEqual(known, type);
  scope.learn(name, type);
  return true;
}

type CollectionTerm = Extract<Term, { kind: "array" | "object" | "set" }>;

function unifyCollection(term: CollectionTerm, type: Type, scope: TypeScope, manner: Manner): boolean {
  if (type.kind === "any") {
    for (const part of partsOf(term)) unifyTerm(part, anyType, scope, "widen");
    return true;
  }
  if (type.kind === "union") {
    return type.of.filter((member) => unifyTerm(term, member, scope, "widen")).length > 0;
  }
  if (term.kind === "array") return type.kind === "array" && unifyArray(term.items, type, scope, manner);
  if (term.kind === "object") return type.kind === "object" && unifyObject(term.entries, type, scope, manner);
  return type.kind === "set" && term.items.every((item) => unifyTerm(item, type.of, scope, manner));
}

const partsOf = (term: CollectionTerm): readonly Term[] => (term.kind === "object" ? term.entries.flat() : term.items);

function unifyArray(
  items: readonly Term[],
  type: Extract<Type, { kind: "array" }>,
  scope: TypeScope,
  manner: Manner,
): boolean {
  if (items.length !== type.items.length && type.rest === undefined) return false;
  return items.every((item, index) => {
    const expected = type.items[index] ?? type.rest;
    return expected !== undefined && unifyTerm(item, expected, scope, manner);
  });
}

function unifyObject(
  entries: readonly (readonly [Term, Term])[],
  type: Extract<Type, { kind: "object" }>,
  scope: TypeScope,
  manner: Manner,
): boolean {
  if (entries.length !== type.properties.length && type.dynamic === undefined) return false;
  return entries.every(([key, value]) => {
    if (constantValue(key) === undefined) {
      unifyTerm(value, anyType, scope, manner);
      return true;
    }
    const expected = key.kind === "scalar" ? select(type, key.value) : selectComposite(type, scope.typeOf(key));
    return !isUnknown(expected) && unifyTerm(value, expected, scope, manner);
  });
}

/** The type of what stands under a composite key: such keys are never known one by one. */
const selectComposite = ({ dynamic }: Extract<Type, { kind: "object" }>, key: Type): Type =>
  dynamic !== undefined && canBeEqual(dynamic.key, key) ? dynamic.value : unknownType;
