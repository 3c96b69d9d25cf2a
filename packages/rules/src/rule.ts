import type { FieldPath } from "./field-path.js";

/** A JSON value. `bigint` stands only for integers beyond 2^53, which readers that keep them may hand in. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [key: string]: Json };

/** The three lists of a pod that hold containers, in the order in which Kubernetes visits them. */
export type ContainerList = "initContainers" | "containers" | "ephemeralContainers";

/** Which container of the pod is meant. A name alone is not enough: nothing in a hostile object makes names unique. */
export interface ContainerRef {
  readonly list: ContainerList;
  /** Position in the list, from 0. */
  readonly index: number;
  /** The name as written; empty when there is none. */
  readonly name: string;
}

/** One place that breaks a rule. */
export interface Finding {
  /** The path in the object that was judged; for an absent field, where it would be. */
  readonly path: FieldPath;
  /** The container concerned; absent when the pod itself is. */
  readonly container?: ContainerRef;
  /** The name of the volume concerned; absent when no volume is. */
  readonly volume?: string;
  /**
   * The offending value; `undefined` when the field is absent. An object that says nothing where its type is asked for reads
   * as `""`, as in Kubernetes; of a volume it is the kind of its source, or the outline of it.
   */
  readonly found: Json | undefined;
  /**
   * What would be accepted there: a value, or a list of accepted values. Absent where no list says it: where anything would do
   * (a missing probe), anything but what was found (the user id of root, a wildcard), or nothing at all.
   */
  readonly allowed?: Json;
  /** True when the path was inferred from what an opaque policy read, and not named by a rule. */
  readonly inferred?: true;
}

/** One result of a rule: a violation but for the policy that asked. */
export interface RuleResult {
  /** The field of the policy that is broken, where several fields make up one rule. Default: the rule's own id. */
  readonly rule?: string;
  /** The real engine's wording. */
  readonly message: string;
  /** Of a Pod Security Standard: the constant half of the message. */
  readonly reason?: string;
  /** Of a Pod Security Standard: the half of the message that names the culprits. */
  readonly detail?: string;
  /** Every place that breaks the rule. */
  readonly findings: readonly Finding[];
  /** What the rule adds for programs, where the real engine does. */
  readonly details?: Json;
}
