import type { Scalar, Term } from "../../syntax/ast.js";
import { certain } from "../../value/certain.js";
import { type HashKey, hashKey } from "../../value/hash-key.js";
import { anyType, type Property, stringType, type Type } from "../../value/type.js";
import type { Value } from "../../value/value.js";
import { selectPath } from "./select-path.js";
import { either, mergeDefinitions, objectOfProperties, typeOfScalar, unknownType } from "./type-algebra.js";

/** The type of a function of the policy. */
export interface FunctionType {
  readonly args: readonly Type[];
  readonly result: Type;
}

/** Places are named by constants that are no collections. */
type Key = Scalar["value"];

/** The types of rules by their places under `data`. */
export class TypeTree {
  private readonly children = new Map<HashKey, TypeTree>();
  /** Type of the rule at this place. */
  value: Type | undefined;
  function: FunctionType | undefined;
  isCallable = true;
  private hasFailed = false;

  constructor(
    /** The key that leads here from the node above. */
    readonly key: Key = null,
  ) {}

  child(key: Value): TypeTree | undefined {
    return this.children.get(hashKey(key));
  }

  nodes(): Iterable<TypeTree> {
    return this.children.values();
  }

  get isEmpty(): boolean {
    return this.children.size === 0;
  }

  /** Is the type of everything below known from here? */
  get isLeaf(): boolean {
    return this.value !== undefined;
  }

  private grow(key: Key): TypeTree {
    const known = this.child(key);
    if (known !== undefined) return known;
    const node = new TypeTree(key);
    this.children.set(hashKey(key), node);
    return node;
  }

  /** The node at a constant path, made when missing. */
  at(path: readonly Key[]): TypeTree {
    return path.reduce<TypeTree>((node, key) => node.grow(key), this);
  }

  /** The node at a constant path. */
  find(path: readonly Term[]): TypeTree | undefined {
    let node: TypeTree | undefined = this;
    for (const part of path) node = part.kind === "scalar" ? node?.child(part.value) : undefined;
    return node;
  }

  /** Adds a definition of the rule at this place. */
  define(type: Type): void {
    this.value = this.value === undefined ? type : mergeDefinitions(this.value, type);
  }

  /** A definition of the function at this place has errors: those who call it shall not have some because of that. */
  failFunction(args: readonly unknown[]): void {
    this.function = { args: args.map(() => anyType), result: anyType };
    this.hasFailed = true;
    this.isCallable = true;
  }

  /** Adds a definition of the function at this place. After one with errors OPA knows no function there. */
  defineFunction(type: FunctionType): void {
    const known = this.function;
    this.isCallable = !this.hasFailed;
    if (known === undefined) this.function = type;
    else if (!this.hasFailed) {
      const args = known.args.map((arg, index) => either(arg, certain(type.args[index], "argument")));
      this.function = { args, result: either(known.result, type.result) };
    }
  }

  /** The type of the rule at this place: to an object the rules below it add more keys. */
  get leaf(): Type | undefined {
    const { value } = this;
    return value?.kind === "object" ? this.addTo(value, []) : value;
  }

  private addTo(object: ObjectType, path: readonly Key[]): ObjectType {
    let result = object;
    for (const node of this.children.values()) {
      const inner = [...path, node.key];
      result = node.value === undefined ? node.addTo(result, inner) : insertType(result, inner, node.value);
    }
    return result;
  }

  /** The type of the whole document at this place; base data may add to what rules do not define. */
  extent(): Type {
    const { leaf } = this;
    if (leaf !== undefined) return leaf;
    const properties: Property[] = [];
    for (const node of this.children.values()) {
      const { key } = node;
      const isName = typeof key === "string" || typeof key === "number" || typeof key === "boolean";
      if (isName && node.function === undefined) properties.push({ key, type: node.extent() });
    }
    return objectOfProperties(properties, { key: stringType, value: anyType });
  }

  /** The type of a reference from `data`. */
  typeAt(path: readonly Term[]): Type {
    let node: TypeTree = this;
    for (const [index, part] of path.entries()) {
      const child = part.kind === "scalar" ? node.child(part.value) : undefined;
      if (child === undefined) {
        if (node.isLeaf || part.kind !== "scalar") return selectPath(node.extent(), path.slice(index));
        return anyType;
      }
      node = child;
    }
    return node.function === undefined ? node.extent() : unknownType;
  }
}

type ObjectType = Extract<Type, { kind: "object" }>;

/** The type of an object that has a value at a path besides what it has. */
function insertType(object: ObjectType, [key, ...rest]: readonly Key[], type: Type): ObjectType {
  const keyType = typeOfScalar(certain(key, "key"));
  const inner = rest.length === 0 ? type : insertType({ kind: "object", properties: [] }, rest, type);
  const { properties, dynamic } = object;
  if (dynamic === undefined) return { kind: "object", properties, dynamic: { key: keyType, value: inner } };
  return {
    kind: "object",
    properties,
    dynamic: { key: either(dynamic.key, keyType), value: either(dynamic.value, inner) },
  };
}
