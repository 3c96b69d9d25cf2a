import type { Reference, Term } from "../../syntax/ast.js";
import { printTerm } from "../../syntax/print-term.js";
import { certain } from "../../value/certain.js";
import { compare } from "../../value/compare.js";
import { RegoSet } from "../../value/set.js";
import { toText } from "../../value/text.js";
import { anyType, stringType, type Type } from "../../value/type.js";
import type { Value } from "../../value/value.js";
import { canBeEqual, isUnknown, keysOfType, select, valuesOfType } from "./type-algebra.js";
import type { TypeScope } from "./type-scope.js";
import { argumentsText, typeText } from "./type-text.js";
import type { TypeTree } from "./type-tree.js";
import { unifyTerm } from "./unify-types.js";

/** What is wrong with a reference. */
export interface ReferenceProblem {
  readonly message: string;
  /** The reference, a mark below the part that is wrong, and what is expected there. */
  readonly details: readonly string[];
}

/** The part of a path that is wrong: the value before it has no parts, or not this one. */
type Fault =
  | { readonly position: number; readonly scalar: Type }
  | {
      readonly position: number;
      readonly have: Type | undefined;
      readonly keys: Type;
      readonly oneOf: readonly Value[];
    };

/**
 * What is wrong with a reference: it calls for something that can never be there. Variables in brackets take the type
 * of the keys.
 */
export function checkReference(reference: Reference, scope: TypeScope): ReferenceProblem | undefined {
  const { head, path } = reference;
  if (head.kind !== "variable") return undefined;
  if (head.name === "data") return checkDataReference(reference, scope);
  if (head.name === "input") return problemOf(reference, checkInType(anyType, path, 0, scope));
  const known = scope.variable(head.name);
  if (isUnknown(known)) scope.learn(head.name, anyType);
  return problemOf(reference, checkInType(isUnknown(known) ? anyType : known, path, 0, scope));
}

function checkDataReference(reference: Reference, scope: TypeScope): ReferenceProblem | undefined {
  const { path } = reference;
  const called = scope.tree.find(path)?.function;
  if (called !== undefined) {
    const name = printTerm(reference);
    const details = [
      name,
      "^".repeat(name.length),
      `have: ${argumentsText(called.args)} => ${typeText(called.result)}`,
    ];
    return { message: `function ${name} used as reference, not called`, details };
  }
  const fault = checkInTree(scope.tree, path, 0, scope);
  if (fault !== undefined) return problemOf(reference, fault);
  // Base data may be there: a key of which nothing was found out can be anything.
  for (const part of path) if (part.kind === "variable") acceptsKey(part.name, anyType, scope);
  return undefined;
}

function problemOf(reference: Reference, fault: Fault | undefined): ReferenceProblem | undefined {
  if (fault === undefined) return undefined;
  const name = printTerm(reference);
  const before = printTerm({ ...reference, path: reference.path.slice(0, fault.position) });
  const lines = "scalar" in fault ? linesOfScalar(before, fault.scalar) : linesOfPart(before, fault, reference);
  return { message: `undefined ref: ${name}`, details: [name, ...lines] };
}

const linesOfScalar = (before: string, type: Type): readonly string[] => [
  "^".repeat(before.length),
  `have: ${typeText(type)}`,
];

function linesOfPart(
  before: string,
  { position, have, keys, oneOf }: Exclude<Fault, { readonly scalar: Type }>,
  { path }: Reference,
): readonly string[] {
  const margin = " ".repeat(before.length + 1);
  const part = certain(path[position], "part");
  const given = have === undefined ? `have: ${printTerm(part)}` : `have (type): ${typeText(have)}`;
  const wanted =
    oneOf.length > 0 ? `want (one of): [${oneOf.map(toText).join(" ")}]` : `want (type): ${typeText(keys)}`;
  return [`${margin}^`, margin + given, margin + wanted];
}

function checkInTree(node: TypeTree, path: readonly Term[], index: number, scope: TypeScope): Fault | undefined {
  const part = path[index];
  if (part === undefined) return undefined;
  // Paths of packages and names of rules are texts.
  const isName = part.kind === "variable" || (part.kind === "scalar" && typeof part.value === "string");
  if (index < 2 && !isName && !node.isEmpty) return faultOfNode(node, index, scope.typeOf(part), stringType);
  if (part.kind === "variable" && !acceptsKey(part.name, keysOfType(node.extent()), scope)) {
    return faultOfNode(node, index, scope.typeOf(part), keysOfType(node.extent()));
  }
  const child = part.kind === "scalar" ? node.child(part.value) : undefined;
  if (child === undefined) {
    for (const other of node.nodes()) {
      if (other.leaf !== undefined) checkInType(other.leaf, path, index + 1, scope);
      else checkInTree(other, path, index + 1, scope);
    }
    return undefined;
  }
  if (child.leaf !== undefined) return checkInType(child.leaf, path, index + 1, scope);
  return checkInTree(child, path, index + 1, scope);
}

function faultOfNode(node: TypeTree, position: number, have: Type, keys: Type): Fault {
  const oneOf = Array.from(node.nodes(), ({ key }) => key).sort(compare);
  return { position, have, keys, oneOf };
}

/** A variable in brackets must be able to equal a key. */
function acceptsKey(name: string, keys: Type, scope: TypeScope): boolean {
  const known = scope.variable(name);
  if (!isUnknown(known)) return canBeEqual(known, keys);
  scope.learn(name, keys);
  return true;
}

function checkInType(type: Type, path: readonly Term[], start: number, scope: TypeScope): Fault | undefined {
  let current = type;
  for (let position = start; position < path.length; position += 1) {
    const part = path[position];
    const keys = keysOfType(current);
    if (isUnknown(keys)) return { position, scalar: current };
    if (part?.kind === "scalar") {
      const next = select(current, part.value);
      if (isUnknown(next)) return { position, have: undefined, keys, oneOf: knownKeys(current) };
      current = next;
      continue;
    }
    if (part !== undefined && !acceptsPart(part, keys, scope)) {
      const oneOf = part.kind === "variable" ? knownKeys(current) : [];
      return { position, have: scope.typeOf(part), keys, oneOf };
    }
    current = valuesOfType(current);
  }
  return undefined;
}

/** The keys that an object of the type is known to have. */
function knownKeys(type: Type): readonly Value[] {
  if (type.kind === "union") return new RegoSet(type.of.flatMap(knownKeys)).sorted();
  return type.kind === "object" ? type.properties.map(({ key }) => key).sort(compare) : [];
}

const acceptsPart = (part: Term, keys: Type, scope: TypeScope): boolean =>
  part.kind === "variable" ? acceptsKey(part.name, keys, scope) : unifyTerm(part, keys, scope, "learn");
