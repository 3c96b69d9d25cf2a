import type { BuiltinTable } from "../builtins/create-builtins.js";
import type { Arity } from "../compile/outputs.js";
import { type DefinedRule, findNode, type RuleNode } from "../compile/rule-tree.js";
import type { Comprehension, Literal, Reference, Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import type { Value } from "../value/value.js";
import { constantValue } from "./constant.js";
import type { Evaluate, Frame } from "./context.js";
import { DocumentNode } from "./document.js";
import { observed } from "./observed-step.js";
import type { Bindings } from "./observer.js";
import type { RuleGroup } from "./rule-group.js";
import type { Scope } from "./scope.js";
import type { Step } from "./step.js";

/** What planning needs of the compiled policy. */
export interface PlannerSource {
  readonly tree: RuleNode;
  readonly builtins: BuiltinTable;
  readonly arity: Arity;
}

/** How the parts of a policy are planned that contain one another. */
export interface Plans {
  readonly group: (rules: readonly DefinedRule[], depth: number, number: number, planner: Planner) => RuleGroup;
  readonly literal: (literal: Literal, scope: Scope, planner: Planner) => Step;
  readonly comprehension: (term: Comprehension, scope: Scope, planner: Planner) => Evaluate;
  readonly dataLookup: (path: readonly Term[], scope: Scope, planner: Planner) => Evaluate;
}

/** Turns compiled rules into closures. A planner that observes makes closures that report each step. */
export class Planner {
  readonly root: DocumentNode;
  readonly builtins: BuiltinTable;
  readonly arity: Arity;
  private readonly nodes = new Map<RuleNode, DocumentNode>();

  constructor(
    private readonly source: PlannerSource,
    readonly observes: boolean,
    private readonly plans: Plans,
  ) {
    this.builtins = source.builtins;
    this.arity = source.arity;
    this.root = this.document(source.tree);
  }

  /** Plans one literal; what it binds is bound in `scope` afterwards. */
  planLiteral(literal: Literal, scope: Scope): Step {
    return this.plans.literal(literal, scope, this);
  }

  /** Plans a comprehension. */
  planComprehension(term: Comprehension, scope: Scope): Evaluate {
    return this.plans.comprehension(term, scope, this);
  }

  /** Plans a reference under `data` that has at most one value. */
  planDataLookup(path: readonly Term[], scope: Scope): Evaluate {
    return this.plans.dataLookup(path, scope, this);
  }

  /** The document that a reference names exactly. */
  nodeOf(reference: Reference): DocumentNode | undefined {
    const node = findNode(this.source.tree, reference);
    return node === undefined ? undefined : this.nodes.get(node);
  }

  /** Do rules define what stands at a reference, or at a place above or below it? */
  isVirtual(reference: Reference): boolean {
    if (reference.head.kind !== "variable" || reference.head.name !== "data") return false;
    let node: RuleNode | undefined = this.source.tree;
    for (const part of reference.path) {
      node = node.child(certain(constantValue(part), "constant part"));
      if (node === undefined) return false;
      if (node.rules.length > 0) return true;
    }
    return true;
  }

  /** Wraps a step so that observers see it; does nothing when nobody observes. */
  observeStep(step: Step, literal: Literal, scope: Scope): Step {
    if (!this.observes) return step;
    const { layout } = scope;
    const names = [...layout.entries()].filter(([name]) => scope.isBound(name));
    const bindingsOf =
      (frame: Frame): Bindings =>
      () => {
        // Observers ask for them at most of the steps: a loop is several times as fast as `flatMap`.
        const bindings = new Map<string, Value>();
        for (const [name, slot] of names) {
          const value = frame[slot];
          if (value !== undefined) bindings.set(name, value);
        }
        return bindings;
      };
    return observed(step, literal, bindingsOf);
  }

  private document(tree: RuleNode): DocumentNode {
    const number = this.nodes.size;
    const node = new DocumentNode(number, tree.path);
    this.nodes.set(tree, node);
    for (const child of tree.children()) {
      node.add(certain(child.path.at(-1), "key"), this.document(child));
    }
    if (tree.rules.length > 0) node.group = this.plans.group(tree.rules, tree.path.length, number, this);
    return node;
  }
}
