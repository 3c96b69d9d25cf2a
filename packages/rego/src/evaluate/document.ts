import { certain } from "../value/certain.js";
import { get, objectKeys, property } from "../value/collection.js";
import { compare } from "../value/compare.js";
import { equal } from "../value/equal.js";
import { type HashKey, hashKey } from "../value/hash-key.js";
import { RegoObject } from "../value/object.js";
import { isObjectValue, type ObjectValue, type Value } from "../value/value.js";
import { absent, type Context } from "./context.js";
import { mergeValues } from "./merge.js";
import type { RuleGroup } from "./rule-group.js";
import { TreeBuilder } from "./tree-builder.js";

/** A place in the tree of documents where rules are defined, here or further down. */
export class DocumentNode {
  private readonly childrenByKey = new Map<HashKey, DocumentNode>();
  /** The rules defined at this very place. */
  group: RuleGroup | undefined;

  constructor(
    /** Index of the node's value in a context. */
    readonly number: number,
    readonly path: readonly Value[],
  ) {}

  add(key: Value, child: DocumentNode): void {
    this.childrenByKey.set(hashKey(key), child);
  }

  child(key: Value): DocumentNode | undefined {
    return this.childrenByKey.get(hashKey(key));
  }

  get hasChildren(): boolean {
    return this.childrenByKey.size > 0;
  }

  /** The whole document: rules, packages below and base data. */
  extent(base: Value | undefined, context: Context): Value | undefined {
    const known = context.values[this.number];
    if (known !== undefined) return known === absent ? undefined : known;
    const value = this.compute(base, context);
    context.values[this.number] = value === undefined ? absent : value;
    return value;
  }

  private compute(base: Value | undefined, context: Context): Value | undefined {
    if (isReplaced(this.path, context)) return base;
    const { group } = this;
    if (group !== undefined) {
      return this.hasChildren ? this.withChildren(context) : group.value(context);
    }
    const virtual = this.virtualExtent(base, context);
    return base === undefined ? virtual : mergeValues(base, virtual, (own) => own);
  }

  /** Rules at the nodes below complete what reference heads build here. */
  private withChildren(context: Context): Value {
    const tree = new TreeBuilder();
    this.fill(tree, [], context);
    return tree.build();
  }

  /** Adds the rules at this node and below to a tree; `path` leads from the tree's root to here. */
  private fill(tree: TreeBuilder, path: readonly Value[], context: Context): void {
    this.group?.fill(tree, path, context);
    for (const child of this.children()) child.fill(tree, [...path, child.key], context);
  }

  private virtualExtent(base: Value | undefined, context: Context): RegoObject {
    const object = new RegoObject();
    for (const child of this.children()) {
      const key = child.key;
      if (this.path.length === 0 && key === "system") continue;
      const value = child.extent(baseGet(base, key), context);
      if (value !== undefined) object.set(key, value);
    }
    return object;
  }

  private get key(): Value {
    return this.path.at(-1) ?? null;
  }

  private children(): readonly DocumentNode[] {
    return [...this.childrenByKey.values()].sort((left, right) => compare(left.key, right.key));
  }

  /** What stands at one key, when rules are defined at this place. */
  valueAt(key: Value, context: Context): Value | undefined {
    const child = this.child(key);
    if (child === undefined || this.group === undefined) return this.group?.valueAt(key, context);
    const tree = new TreeBuilder();
    this.group.fillAt(key, tree, context);
    child.fill(tree, [key], context);
    return tree.valueAt(key);
  }

  /** The keys below a node without rules of its own, in order. */
  keys(base: Value | undefined): readonly Value[] {
    const keys = this.children().map((child) => child.key);
    const visible = this.path.length === 0 ? keys.filter((key) => key !== "system") : keys;
    if (base === undefined || !isObjectValue(base)) return visible;
    const others = objectKeys(base).filter((key) => this.child(key) === undefined);
    return [...visible, ...others].sort(compare);
  }
}

/** Did a `with` replace the document at a path or above it? */
export const isReplaced = (path: readonly Value[], context: Context): boolean =>
  context.replaced.some(
    (replaced) =>
      replaced.length <= path.length && replaced.every((key, index) => equal(key, certain(path[index], "part"))),
  );

/** A lookup in base data: OPA's store finds a number's text as a key too. */
export function baseGet(base: Value | undefined, key: Value): Value | undefined {
  if (base === undefined) return undefined;
  if (typeof key === "number" && isObjectValue(base)) return propertyOrText(base, key);
  return get(base, key);
}

function propertyOrText(base: ObjectValue, key: number): Value | undefined {
  const exact = property(base, key);
  return exact === undefined ? property(base, String(key)) : exact;
}
