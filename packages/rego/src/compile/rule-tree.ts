import { type Module, type Reference, type Rule, rootName, scalar, type Term, variable } from "../syntax/ast.js";
import { compare } from "../value/compare.js";
import { type HashKey, hashKey } from "../value/hash-key.js";
import type { Value } from "../value/value.js";

/** A rule with the module that defines it. */
export interface DefinedRule {
  readonly rule: Rule;
  readonly module: Module;
  /** `data.package.name…`, with the variable parts of a reference head. */
  readonly reference: Reference;
}

/** A place in the tree of virtual documents: `data` is the root, each child one more key. */
export class RuleNode {
  readonly rules: DefinedRule[] = [];
  private readonly childrenByKey = new Map<HashKey, RuleNode>();

  constructor(
    /** Keys from `data`, that one excluded, to here. */
    readonly path: readonly Value[],
  ) {}

  get hasChildren(): boolean {
    return this.childrenByKey.size > 0;
  }

  child(key: Value): RuleNode | undefined {
    return this.childrenByKey.get(hashKey(key));
  }

  /** The child at a key, made when there is none. */
  grow(key: Value): RuleNode {
    const existing = this.child(key);
    if (existing !== undefined) return existing;
    const node = new RuleNode([...this.path, key]);
    this.childrenByKey.set(hashKey(key), node);
    return node;
  }

  /** The children in order of their keys. */
  children(): readonly RuleNode[] {
    return [...this.childrenByKey.values()].sort((left, right) => compare(lastKey(left), lastKey(right)));
  }

  /** This node and all below it, each before its children. */
  *descendants(): Generator<RuleNode> {
    const pending: RuleNode[] = [this];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      yield node;
      pending.push(...[...node.children()].reverse());
    }
  }
}

/** Arranges the rules of all modules by the constant beginnings of their references. */
export function growRuleTree(modules: readonly Module[]): RuleNode {
  const root = new RuleNode([]);
  for (const module of modules) {
    let place = root;
    for (const key of module.package.path) place = place.grow(key);
    for (const rule of module.rules) {
      const reference = fullReference(rule, module);
      nodeOf(root, reference).rules.push({ rule, module, reference });
    }
  }
  return root;
}

function nodeOf(root: RuleNode, reference: Reference): RuleNode {
  let node = root;
  for (const part of reference.path) {
    if (part.kind !== "scalar") break;
    node = node.grow(part.value);
  }
  return node;
}

const lastKey = ({ path }: RuleNode): Value => path.at(-1) ?? null;

/** The reference of a rule from `data`. */
export function fullReference(rule: Rule, module: Module): Reference {
  const { reference } = rule.head;
  const { location } = reference;
  const start: readonly Term[] = [...module.package.path, rootName(reference)].map((part) => scalar(part, location));
  return { kind: "reference", head: variable("data", location), path: [...start, ...reference.path], location };
}

/** The node that a reference under `data` names exactly, if there is one. */
export function findNode(root: RuleNode, reference: Reference): RuleNode | undefined {
  if (reference.head.kind !== "variable" || reference.head.name !== "data") return undefined;
  let node: RuleNode | undefined = root;
  for (const part of reference.path) {
    if (node === undefined || part.kind !== "scalar") return undefined;
    node = node.child(part.value);
  }
  return node;
}

/** Every rule that a reference could read: those on its way, where a variable part is any key, and those below its end. */
export function rulesReachedBy(root: RuleNode, reference: Reference): readonly DefinedRule[] {
  if (reference.head.kind !== "variable" || reference.head.name !== "data") return [];
  const found: DefinedRule[] = [];
  let nodes: readonly RuleNode[] = [root];
  for (const part of reference.path) {
    for (const node of nodes) found.push(...node.rules);
    nodes = nodes.flatMap((node) => (part.kind === "scalar" ? listed(node.child(part.value)) : node.children()));
  }
  for (const node of nodes) for (const { rules } of node.descendants()) found.push(...rules);
  return found;
}

const listed = (node: RuleNode | undefined): readonly RuleNode[] => (node === undefined ? [] : [node]);
