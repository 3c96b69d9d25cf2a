import { variablesOf } from "../compile/scope-variables.js";
import type { Term } from "../syntax/ast.js";

/** Gives each variable of a rule its place in the frame. */
export class FrameLayout {
  private readonly slots = new Map<string, number>();
  /** Number of slots; slot 0 is the result's. */
  size = 1;

  slotOf(name: string): number {
    const existing = this.slots.get(name);
    if (existing !== undefined) return existing;
    const slot = this.reserve();
    this.slots.set(name, slot);
    return slot;
  }

  /** A slot that belongs to no variable. */
  reserve(): number {
    const slot = this.size;
    this.size += 1;
    return slot;
  }

  /** Names of variables with their slots. */
  entries(): IterableIterator<[string, number]> {
    return this.slots.entries();
  }
}

/** Knows, at each place of a body, which variables are bound: the order of literals is fixed before planning. */
export class Scope {
  private constructor(
    readonly layout: FrameLayout,
    private readonly boundNames: Set<string>,
    /** Whether anybody can tell in which order the solutions are found. */
    readonly order: "sorted" | "any",
  ) {}

  /** The scope of a rule or query. */
  static start(order: "sorted" | "any"): Scope {
    return new Scope(new FrameLayout(), new Set(), order);
  }

  /** A scope for a closure: it sees what is bound here, and what it binds stays inside. */
  inner(order: "sorted" | "any"): Scope {
    return new Scope(this.layout, new Set(this.boundNames), order);
  }

  isBound(name: string): boolean {
    return this.boundNames.has(name);
  }

  /** Marks a variable as bound from here on and gives its slot. */
  bind(name: string): number {
    this.boundNames.add(name);
    return this.layout.slotOf(name);
  }

  slotOf(name: string): number {
    return this.layout.slotOf(name);
  }

  /** Are all variables of a term bound? */
  knows(term: Term): boolean {
    for (const name of variablesOf([term], { closures: "skip", operators: "skip" })) {
      if (name !== "input" && name !== "data" && !this.boundNames.has(name)) return false;
    }
    return true;
  }
}
