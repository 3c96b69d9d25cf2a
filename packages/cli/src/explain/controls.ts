import texts from "./controls.generated.json" with { type: "json" };

/** What there is to say about a control of the Pod Security Standards. */
export interface ControlText {
  /** The id that Kubernetes gives the check. */
  readonly id: string;
  /** The level that it belongs to. */
  readonly level: string;
  /** The first version of the standards that has it: `v1.0`. */
  readonly since: string;
  /** What it asks, and why. */
  readonly summary: string;
  /** Which fields it looks at, what it allows, and the like. */
  readonly facts: readonly { readonly name: string; readonly lines: readonly string[] }[];
  /** Manifests for the newest version, as YAML. */
  readonly passing: string;
  readonly failing: string;
  /** What Kubernetes says of the failing one. */
  readonly message: string;
}

/** What there is to say about every control, in the order in which Kubernetes evaluates them. */
export const CONTROL_TEXTS: readonly ControlText[] = texts;
