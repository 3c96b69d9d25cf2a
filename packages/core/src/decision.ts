import type { FieldPath, Finding, Json, Read } from "@ostiary/rules";

/** What a violation does to the request: refuse it, warn its sender, or be recorded only. */
export type Action = "deny" | "warn" | "dryrun";

/** Which policy spoke. */
export interface PolicyRef {
  /** The kind of policy, e.g. `PodSecurityStandard`. */
  readonly kind: string;
  /** Its name; of a Pod Security Standard the level. */
  readonly name: string;
  /** The version asked for, where policies of the kind have versions: `v1.25`, `latest`. */
  readonly version?: string;
}

/** One rule of one policy that the object breaks. */
export interface Violation {
  readonly policy: PolicyRef;
  /** The id of the control, the field of the policy, or the kind of the template. */
  readonly rule: string;
  /** The constraint as the cluster calls it, where there is one. */
  readonly constraint?: { readonly kind: string; readonly name: string };
  /** The strictest action that takes effect. */
  readonly action: Action;
  /** The enforcement action as the policy spells it, where that says more than `action`. */
  readonly enforcementAction?: string;
  /** Every action that takes effect, strictest first, where there is more than one. */
  readonly scopedActions?: readonly string[];
  /** The real engine's wording. */
  readonly message: string;
  /** Of a Pod Security Standard: the constant half of the message. */
  readonly reason?: string;
  /** Of a Pod Security Standard: the half of the message that names the culprits. */
  readonly detail?: string;
  /** Every place that breaks the rule. */
  readonly findings: readonly Finding[];
  readonly details?: Json;
  /** Address of the page that explains the rule. */
  readonly help?: string;
}

/** Something that could not be read, matched or evaluated. */
export interface Problem {
  /** A stable name for programs, e.g. `invalid-type`. */
  readonly code: string;
  /** One line for people. */
  readonly message: string;
  readonly policy?: PolicyRef;
  /** Which of the policy documents is the matter, counted from 0 in the order given. */
  readonly document?: number;
  /** The place in the object, or in the policy document, that is the matter. */
  readonly path?: FieldPath;
  /** Whether the problem refuses the object, or is only reported. */
  readonly effect: "deny" | "report";
}

/** A policy that was weighed, and what became of it. */
export interface Consideration {
  readonly policy: PolicyRef;
  /** `applied`: its rules ran. `exempt`: it applied, but an exemption lifted it. `skipped`: it does not concern the object. */
  readonly outcome: "applied" | "exempt" | "skipped";
  /** The actions with which the policy applied, strictest first. */
  readonly actions?: readonly Action[];
  /** One line for people: why it was exempt or skipped, or what the cluster does differently. */
  readonly note?: string;
  /** With `explain`: every rule that ran and passed, with what it looked at. */
  readonly passed?: readonly PassedRule[];
}

/** A rule that found nothing to object to, and what it looked at. */
export interface PassedRule {
  readonly rule: string;
  readonly reads: readonly Read[];
}

/** What a real server replies to the same request. */
export interface Answer {
  readonly server: "pod-security" | "gatekeeper" | "validating-admission-policy";
  readonly allowed: boolean;
  /** HTTP status of a denial. Gatekeeper gives one also to what it admits: 200, or 299 with warnings. */
  readonly code?: number;
  /** Reason of a denial, e.g. `Forbidden`. */
  readonly reason?: string;
  /** Message of a denial; of Gatekeeper also why it does not look at a request. */
  readonly message?: string;
  /** `details` of the Kubernetes Status of a denial. */
  readonly details?: Json;
  readonly warnings: readonly string[];
  /** Audit annotations, keys without the plug-in's prefix. */
  readonly auditAnnotations: Readonly<Record<string, string>>;
}

/**
 * What becomes of an object. Everything in it is plain data, readable by JSON, and in canonical order: the same input gives
 * the same bytes.
 */
export interface Decision {
  /** No violation with action `deny`, and no problem with effect `deny`. */
  readonly allowed: boolean;
  /** Every violation, also those that only warn, also when the object is denied. */
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
  /** The policies that applied or were exempted; with `explain` all of them. */
  readonly considered: readonly Consideration[];
  /** Only from `review`: what each real server would reply. */
  readonly answers?: readonly Answer[];
}
