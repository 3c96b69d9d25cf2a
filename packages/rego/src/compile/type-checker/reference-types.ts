import type { Reference, Term } from "../../syntax/ast.js";
import { printTerm } from "../../syntax/print-term.js";
import { anyType, type Type } from "../../value/type.js";
import { canBeEqual, isUnknown, keysOfType, select, valuesOfType } from "./type-algebra.js";
import type { TypeScope } from "./type-scope.js";
import type { TypeTree } from "./type-tree.js";
import { unifyTerm } from "./unify-types.js";

/**
 * What is wrong with a reference: it calls for something that can never be there. Variables in brackets take the type
 * of the keys.
 */
export function checkReference(reference: Reference, scope: TypeScope): string | undefined {
  const { head, path } = reference;
  if (head.kind !== "variable") return undefined;
  const undefinedReference = `undefined ref: ${printTerm(reference)}`;
  if (head.name === "data") {
    if (scope.tree.find(path)?.function !== undefined) {
      return `function ${printTerm(reference)} used as reference, not called`;
    }
    if (!checkInTree(scope.tree, path, 0, scope)) return undefinedReference;
    // Base data may be there: a key of which nothing was found out can be anything.
    for (const part of path) if (part.kind === "variable") acceptsKey(part.name, anyType, scope);
    return undefined;
  }
  if (head.name === "input") return checkInType(anyType, path, 0, scope) ? undefined : undefinedReference;
  const known = scope.variable(head.name);
  if (isUnknown(known)) scope.learn(head.name, anyType);
  return checkInType(isUnknown(known) ? anyType : known, path, 0, scope) ? undefined : undefinedReference;
}

function checkInTree(node: TypeTree, path: readonly Term[], index: number, scope: TypeScope): boolean {
  const part = path[index];
  if (part === undefined) return true;
  // Paths of packages and names of rules are texts.
  const isName = part.kind === "variable" || (part.kind === "scalar" && typeof part.value === "string");
  if (index < 2 && !isName && !node.isEmpty) return false;
  if (part.kind === "variable" && !acceptsKey(part.name, keysOfType(node.extent()), scope)) return false;
  const child = part.kind === "scalar" ? node.child(part.value) : undefined;
  if (child === undefined) {
    for (const other of node.nodes()) {
      if (other.isLeaf && other.value !== undefined) checkInType(other.value, path, index + 1, scope);
      else checkInTree(other, path, index + 1, scope);
    }
    return true;
  }
  if (child.isLeaf && child.value !== undefined) return checkLeaf(child, child.value, path, index + 1, scope);
  return checkInTree(child, path, index + 1, scope);
}

/** A rule with rules below it has what either of them has. */
function checkLeaf(node: TypeTree, type: Type, path: readonly Term[], index: number, scope: TypeScope): boolean {
  const part = path[index];
  const inner = part?.kind === "scalar" ? node.child(part.value) : undefined;
  return inner === undefined ? checkInType(type, path, index, scope) : checkInTree(node, path, index, scope);
}

/** A variable in brackets must be able to equal a key. */
function acceptsKey(name: string, keys: Type, scope: TypeScope): boolean {
  const known = scope.variable(name);
  if (!isUnknown(known)) return canBeEqual(known, keys);
  if (!isUnknown(keys)) scope.learn(name, keys);
  return true;
}

function checkInType(type: Type, path: readonly Term[], start: number, scope: TypeScope): boolean {
  let current = type;
  for (const part of path.slice(start)) {
    const keys = keysOfType(current);
    if (isUnknown(keys)) return false;
    if (part.kind === "scalar") {
      current = select(current, part.value);
      if (isUnknown(current)) return false;
      continue;
    }
    if (!acceptsPart(part, keys, scope)) return false;
    current = valuesOfType(current);
  }
  return true;
}

function acceptsPart(part: Term, keys: Type, scope: TypeScope): boolean {
  if (part.kind === "variable") return acceptsKey(part.name, keys, scope);
  if (part.kind === "array" || part.kind === "object" || part.kind === "set") {
    return unifyTerm(part, keys, scope, "learn");
  }
  return true;
}
