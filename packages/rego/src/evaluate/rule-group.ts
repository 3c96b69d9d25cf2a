import type { Location } from "../syntax/location.js";
import type { Value } from "../value/value.js";
import type { Context } from "./context.js";
import type { TreeBuilder } from "./tree-builder.js";

/** All rules that are defined at one place. */
export interface RuleGroup {
  readonly kind: "complete" | "function" | "set" | "tree";
  readonly location: Location;
  /** The whole value, not cached here. */
  value(context: Context): Value | undefined;
  /** What stands at one key of the value. */
  valueAt(key: Value, context: Context): Value | undefined;
  /** Adds what is defined here to a tree that other rules contribute to; `path` leads there. */
  fill(tree: TreeBuilder, path: readonly Value[], context: Context): void;
  /** The same for one key only. */
  fillAt(key: Value, tree: TreeBuilder, context: Context): void;
  /** The result of a function. */
  call(args: readonly Value[], context: Context): Value | undefined;
}
