import type { GroupKind, RuleResult } from "@ostiary/rules";
import type { Action, Answer, Consideration, PolicyRef, Problem, Violation } from "./decision.js";
import type { Subject } from "./subject.js";

/** A policy document as handed in, with its place among the documents. */
export interface PolicyDocument extends GroupKind {
  readonly version: string;
  /** Counted from 0, in the order given; `undefined` for a document given as the option `settings`. */
  readonly index: number | undefined;
  readonly value: unknown;
}

/**
 * A kind of policy: what it takes to bring another policy language into the same decision. A kind sees all its documents
 * at once, is asked to bind them to each subject, and has its rules run by core.
 */
export interface PolicyKind {
  /** A name for people and for the order of results. */
  readonly name: string;
  /** Whether documents of a group and kind are policies of this kind. */
  handles(document: GroupKind): boolean;
  /** Reads all documents that it handles. Never throws: what cannot be read is a problem. */
  read(documents: readonly PolicyDocument[]): LoadedPolicies;
}

/** The policies of one kind, ready to be bound. Immutable. */
export interface LoadedPolicies {
  readonly problems: readonly Problem[];
  /** Finds the policies that concern a subject. */
  bind(subject: Subject): Binding;
}

/** The policies that concern one subject. */
export interface Binding {
  readonly policies: readonly BoundPolicy[];
  /** Policies that were weighed and do not apply, and why. */
  readonly considered: readonly Consideration[];
  readonly problems: readonly Problem[];
  /** What a real server would reply, given what the rules found. */
  readonly answer?: (outcomes: readonly PolicyOutcome[]) => Answer;
  /** For a kind that Gatekeeper enforces: it is asked, and replies for all such kinds at once. */
  readonly gatekeeper?: GatekeeperPart;
}

/** What a kind of policy adds to Gatekeeper's reply, besides what its rules find. */
export interface GatekeeperPart {
  /** What is replied whatever the rules find, e.g. an error of the review. */
  readonly verdict?: Pick<Answer, "allowed" | "code" | "reason" | "message">;
  /** Why another webhook of Gatekeeper's refuses; heard where no constraint does. */
  readonly refusal?: string;
}

/** A policy that applies, with the rules that it runs and what a violation does. */
export interface BoundPolicy {
  readonly policy: PolicyRef;
  /** Every action that takes effect, strictest first; never empty. */
  readonly actions: readonly [Action, ...Action[]];
  readonly rules: readonly BoundRule[];
  /** One line for people about what the cluster does differently. */
  readonly note?: string;
}

/** A rule ready to run. */
export interface BoundRule {
  readonly id: string;
  /** What is the same in each of its violations. */
  readonly about: Pick<Violation, "help" | "constraint" | "enforcementAction">;
  /** Finds what the subject breaks; an empty list when it passes. */
  run(subject: Subject): readonly RuleResult[];
}

/** What the rules of a bound policy came to. */
export interface PolicyOutcome {
  readonly bound: BoundPolicy;
  readonly violations: readonly Violation[];
}
