import { dottedName, type Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { variablesOf } from "./scope-variables.js";

type ObjectEntries = readonly (readonly [key: Term, value: Term])[];

/** Finds out which variables become bound when two terms are unified. */
export class Unifier {
  private readonly bound = new Set<string>();
  /** Variable → variables that it waits for. */
  private readonly waiting = new Map<string, Set<string>>();

  constructor(private readonly safe: ReadonlySet<string>) {}

  /** The variables that `left = right` binds. */
  solve(left: Term, right: Term): ReadonlySet<string> {
    this.unify(left, right);
    return this.bound;
  }

  private isSafe(name: string): boolean {
    return name === "input" || name === "data" || this.safe.has(name) || this.bound.has(name);
  }

  private unify(left: Term, right: Term): void {
    if (left.kind === "variable") this.unifyVariable(left.name, right);
    else if (right.kind === "variable") this.unifyVariable(right.name, left);
    else if (left.kind === "array" && right.kind === "array") this.unifyArrays(left.items, right.items);
    else if (left.kind === "object" && right.kind === "object") this.unifyObjects(left.entries, right.entries);
    else if (this.bindsOnRight(left, right)) this.markPattern(right);
    else if (this.bindsOnLeft(left, right)) this.markPattern(left);
  }

  /** Does the value on the left bind the variables of a pattern on the right? A comprehension does those of its own kind. */
  private bindsOnRight(value: Term, pattern: Term): boolean {
    return value.kind === "comprehension" ? value.collects === pattern.kind : this.isGiven(value);
  }

  /** On the right any comprehension binds the variables of an array, and none those of an object. */
  private bindsOnLeft(pattern: Term, value: Term): boolean {
    return value.kind === "comprehension" ? pattern.kind === "array" : this.isGiven(value);
  }

  private unifyVariable(name: string, term: Term): void {
    switch (term.kind) {
      case "variable":
        if (this.isSafe(term.name)) this.mark(name);
        else if (this.isSafe(name)) this.mark(term.name);
        else {
          this.wait(name, [term.name]);
          this.wait(term.name, [name]);
        }
        return;
      case "array":
      case "object":
        this.unifyPattern(name, term);
        return;
      case "reference":
      case "call":
        if (this.isGiven(term)) this.mark(name);
        return;
      default:
        this.mark(name);
    }
  }

  private unifyPattern(name: string, pattern: Term): void {
    if (this.isSafe(name)) {
      this.markPattern(pattern);
      return;
    }
    const filter = { referenceHeads: "skip", objectKeys: "skip", closures: "skip" } as const;
    const missing = [...variablesOf([pattern], filter)].filter((part) => !this.isSafe(part));
    if (missing.length === 0) this.mark(name);
    else this.wait(name, missing);
  }

  /** Does the term give a value of its own, so that a pattern opposite is bound by it? */
  private isGiven(term: Term): boolean {
    if (term.kind === "reference") return term.head.kind !== "variable" || this.isSafe(term.head.name);
    return term.kind === "call" && dottedName(term.operator) !== undefined;
  }

  private markPattern(term: Term): void {
    if (term.kind !== "array" && term.kind !== "object" && term.kind !== "variable") return;
    const filter = { referenceHeads: "skip", objectKeys: "skip", closures: "skip" } as const;
    for (const name of variablesOf([term], filter)) this.mark(name);
  }

  private unifyArrays(left: readonly Term[], right: readonly Term[]): void {
    if (left.length !== right.length) return;
    left.forEach((item, index) => {
      this.unify(item, certain(right[index], "item"));
    });
  }

  private unifyObjects(left: ObjectEntries, right: ObjectEntries): void {
    if (left.length !== right.length) return;
    for (const [key, value] of left) {
      const other = right.find(([otherKey]) => isSameKey(key, otherKey));
      if (other !== undefined) this.unify(value, other[1]);
    }
  }

  private wait(name: string, others: readonly string[]): void {
    const known = this.waiting.get(name) ?? new Set<string>();
    for (const other of others) known.add(other);
    this.waiting.set(name, known);
  }

  private mark(name: string): void {
    const pending = [name];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.isSafe(next)) continue;
      this.bound.add(next);
      for (const [waiter, others] of this.waiting) {
        others.delete(next);
        if (others.size === 0) {
          this.waiting.delete(waiter);
          pending.push(waiter);
        }
      }
    }
  }
}

const isSameKey = (left: Term, right: Term): boolean =>
  (left.kind === "scalar" && right.kind === "scalar" && left.value === right.value) ||
  (left.kind === "variable" && right.kind === "variable" && left.name === right.name);
