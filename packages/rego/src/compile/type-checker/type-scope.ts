import type { Comprehension, Reference, Scalar, Term } from "../../syntax/ast.js";
import type { Reference as Release } from "../../value/reference.js";
import { anyType, arrayOf, objectOf, type Property, setOf, type Type, tupleOf } from "../../value/type.js";
import { selectPath } from "./select-path.js";
import { anyArray, bounded, either, isUnknown, objectOfProperties, typeOfScalar, unknownType } from "./type-algebra.js";
import type { TypeTree } from "./type-tree.js";

/** Gives the type of a comprehension; unknown when its body has errors. */
export type InferComprehension = (comprehension: Comprehension, scope: TypeScope) => Type;

/** Collections longer than this are not looked into. */
const longestLiteral = 1_000;

/** The types of the variables of a body, with those of the bodies around it. */
export class TypeScope {
  private readonly variables = new Map<string, Type>();

  constructor(
    readonly tree: TypeTree,
    /** The release whose verdict on `some x in 5` is given: only 1.17 refuses it. */
    private readonly release: Release,
    private readonly inferComprehension: InferComprehension,
    private readonly outer?: TypeScope,
  ) {}

  /** A scope for the body of a closure. */
  inner(): TypeScope {
    return new TypeScope(this.tree, this.release, this.inferComprehension, this);
  }

  /** The type of a variable; unknown when nothing was found out about it. */
  variable(name: string): Type {
    return this.variables.get(name) ?? this.outer?.variable(name) ?? unknownType;
  }

  learn(name: string, type: Type): void {
    this.variables.set(name, type);
  }

  /** The type of a term; unknown when it has none. */
  typeOf(term: Term): Type {
    switch (term.kind) {
      case "scalar":
        return typeOfScalar(term.value);
      case "variable":
        return term.name === "input" ? anyType : this.variable(term.name);
      case "array":
        return this.typeOfArray(term.items);
      case "set":
        return this.typeOfSet(term.items);
      case "object":
        return this.typeOfObject(term.entries);
      case "comprehension":
        return this.inferComprehension(term, this);
      case "reference":
        return this.typeOfReference(term);
      default:
        return unknownType;
    }
  }

  private typeOfArray(items: readonly Term[]): Type {
    if (items.length > longestLiteral) return anyArray;
    if (items.length === 0) return arrayOf(anyType);
    return bounded(tupleOf(items.map((item) => this.typeOf(item))));
  }

  private typeOfSet(items: readonly Term[]): Type {
    if (items.length > longestLiteral) return setOf(anyType);
    const members = items.reduce((found, item) => either(found, this.typeOf(item)), unknownType);
    return setOf(isUnknown(members) ? anyType : members);
  }

  private typeOfObject(entries: readonly (readonly [Term, Term])[]): Type {
    if (entries.length === 0 || entries.length > longestLiteral) return objectOf(anyType, anyType);
    const properties: Property[] = [];
    let dynamic: { readonly key: Type; readonly value: Type } | undefined;
    for (const [key, value] of entries) {
      const known = key.kind === "scalar" ? propertyKey(key.value) : undefined;
      if (known !== undefined) properties.push({ key: known, type: this.typeOf(value) });
      else dynamic = { key: this.typeOf(key), value: this.typeOf(value) };
    }
    return objectOfProperties(properties, dynamic);
  }

  /** The type of a reference; below what is not known anything is possible. */
  typeOfReference(reference: Reference): Type {
    const { head, path } = reference;
    if (head.kind === "scalar") return this.release === "1.17" ? unknownType : anyType;
    if (head.kind !== "variable") return selectPath(this.typeOf(head), path);
    if (head.name === "input") return anyType;
    if (head.name === "data") return this.tree.typeAt(path);
    return selectPath(this.variable(head.name), path);
  }
}

/** Keys that a property can have; numbers that JavaScript cannot hold count as dynamic. */
function propertyKey(value: Scalar["value"]): Property["key"] | undefined {
  const isPlain =
    value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? value : undefined;
}
