import texts from "./fields.generated.json" with { type: "json" };

/** A fact about a rule: which objects it looks at, what it allows, and the like. */
interface Fact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What a release makes of a field. */
export interface FieldRelease {
  /** The state of Deckhouse. */
  readonly release: string;
  /** Whether its schema has the field. */
  readonly isKnown: boolean;
  /** What it says of the failing example. */
  readonly messages?: readonly string[];
  /** What becomes of the failing example under the emptiest value. */
  readonly empty?: string;
}

/** What there is to say about a field of a policy. */
export interface FieldText {
  /** Its name in `spec.policies`. */
  readonly id: string;
  /** The kind of the policy. */
  readonly policy: string;
  /** The kind of the constraint that it makes. */
  readonly constraint: string;
  /** What it asks. */
  readonly summary: string;
  readonly facts: readonly Fact[];
  /** The fields with which it makes one constraint, and what is to be said of all of them. */
  readonly together?: { readonly fields: readonly string[]; readonly facts: readonly Fact[] };
  /** An example of `spec.policies`, as YAML. */
  readonly setting: string;
  /** The value that asks for the least, as JSON; absent where that is no other. */
  readonly empty?: string;
  /** Manifests, as YAML. */
  readonly passing: string;
  readonly failing?: string;
  /** An object about which only facts from outside decide, in place of one that fails. */
  readonly open?: string;
  readonly releases: readonly FieldRelease[];
}

/** What there is to say about every field, in the order of the constraints that policies make. */
export const FIELD_TEXTS: readonly FieldText[] = texts;
