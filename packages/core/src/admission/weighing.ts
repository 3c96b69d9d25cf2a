import type { FieldError } from "../standards/namespace-labels.js";
import type { PodSecurityConfiguration } from "../standards/pod-security-configuration.js";
import type { RulesOf } from "../standards/pod-security-standards.js";
import type { Mode, PodSecurityPolicy } from "../standards/standard.js";

/** Who is let past Pod Security admission. */
export type ExemptBy = "namespace" | "user" | "runtimeClass";

/** A denial that is not about the standards: a Kubernetes Status. */
export interface Refusal {
  readonly code: 400 | 422 | 500;
  readonly reason: "BadRequest" | "Invalid" | "InternalError";
  readonly message: string;
  /** What lies behind the message; only the audit annotation tells. */
  readonly cause?: string;
  /** Label errors of a Namespace. */
  readonly errors?: readonly FieldError[];
}

/** What Pod Security admission makes of a request before any control has run. */
export type Weighing =
  /** Nothing to judge. */
  | { readonly kind: "ignored"; readonly note: string }
  | { readonly kind: "exempt"; readonly by: ExemptBy }
  /** The namespace asks for nothing. */
  | { readonly kind: "unrestricted"; readonly policy: PodSecurityPolicy }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** A controller that cannot be judged: let in, its pods will be judged. */
  | { readonly kind: "unjudgeable"; readonly error: string }
  | {
      readonly kind: "evaluated";
      readonly policy: PodSecurityPolicy;
      readonly modes: readonly Mode[];
      readonly labelErrors: readonly FieldError[];
      /** What happens when a field turns out to be undecodable: pods are refused, controllers let in. */
      readonly undecodable: Weighing;
    }
  /** A Namespace: let in, perhaps with warnings. */
  | { readonly kind: "namespace"; readonly warnings: readonly string[] };

/** What an administrator has configured, and the rules that go with it. */
export interface Settings extends PodSecurityConfiguration {
  /** Modes that are set from outside and win over labels and configuration. */
  readonly forced: Partial<PodSecurityPolicy>;
  readonly rulesOf: RulesOf;
}

/** Ignores a request. */
export const ignore = (note: string): Weighing => ({ kind: "ignored", note });

/** Ignores what neither creates nor changes an object. */
export const NO_CHANGE: Weighing = ignore("only creating and updating counts");

/** Refuses a request that cannot be decoded. */
export const refuseUndecodable = (what: string): Weighing => ({
  kind: "refused",
  refusal: { code: 400, reason: "BadRequest", message: `failed to decode ${what}` },
});
