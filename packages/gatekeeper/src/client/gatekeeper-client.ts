import type { Finding, Json } from "@ostiary/core";
import type { AdmissionRequest } from "../engine/admission-request.js";
import type { Inventory } from "../inventory/inventory.js";
import type { ProviderAnswers } from "../mutation/external-data.js";
import type { Fault, Outcome } from "../outcome.js";
import type { Template } from "../template/template.js";

/** Where constraints are enforced. */
export type EnforcementPoint =
  | "validation.gatekeeper.sh"
  | "audit.gatekeeper.sh"
  | "gator.gatekeeper.sh"
  | "vap.k8s.io";

/** What a client is made of, each in the order in which it is added to the cluster. */
export interface ClientDocuments {
  readonly templates: readonly unknown[];
  readonly constraints: readonly unknown[];
  /** Objects that policies read as `data.inventory`; Namespaces among them serve for namespace selectors. */
  readonly data: readonly unknown[];
}

/** A client, and for each document why it was refused; `undefined` for one that was added. */
export interface LoadedClient {
  readonly client: GatekeeperClient;
  readonly templateFaults: readonly (Fault | undefined)[];
  readonly constraintFaults: readonly (Fault | undefined)[];
  readonly dataFaults: readonly (Fault | undefined)[];
}

/** A constraint, with the actions that its violations have. */
export interface ConcernedConstraint {
  readonly constraint: { readonly kind: string; readonly name: string };
  /** As the constraint spells it, after defaults. */
  readonly enforcementAction: string;
  /** With `enforcementAction: scoped` the actions at the review's enforcement point, sorted. */
  readonly scopedActions?: readonly string[];
}

/** All that a review came to. */
export interface Examination {
  /** All violations in the order in which Gatekeeper lists them. */
  readonly results: readonly ClientResult[];
  /** The constraints that the object was held against, because it matches them or because nobody could tell. */
  readonly concerned: readonly ConcernedConstraint[];
}

/** Templates with their constraints, ready to review objects. Immutable. */
export interface GatekeeperClient {
  /** All constraints that are loaded, in the order of their templates; the documents are those after defaults. */
  readonly constraints: readonly { readonly kind: string; readonly name: string; readonly document: Json }[];
  /** The template of a name, which is the kind of its constraints in lower case. */
  findTemplate(name: string): Template | undefined;
  /** Reviews an object; or tells why the whole review fails, in Gatekeeper's words. */
  examine(review: ClientReview): Outcome<Examination>;
  /** All violations in the order in which Gatekeeper lists them; or why the whole review fails, in its words. */
  review(review: ClientReview): Outcome<readonly ClientResult[]>;
}

/** One object or request to review. */
export interface ClientReview {
  readonly request: AdmissionRequest;
  /** The Namespace that is attached to the review; `undefined` when none is. */
  readonly namespaceObject?: unknown;
  /**
   * Whether rules see that Namespace, and not only match blocks. Default: `hidden` where gator asks, as gator has it, and
   * `shown` elsewhere.
   */
  readonly ruleNamespace?: "shown" | "hidden";
  readonly source: "Original" | "Generated" | "";
  readonly enforcementPoint: EnforcementPoint;
  readonly providers?: ProviderAnswers;
  /** What policies read as `data.inventory`, of `createInventory`. Default: what the client was made with. */
  readonly inventory?: Inventory;
}

/** One violation of one constraint. */
export interface ClientResult extends ConcernedConstraint {
  readonly message: string;
  /** `undefined` for an auto-reject and for results of CEL. */
  readonly details?: Json;
  /** Whether matching could not be decided, and the constraint rejected for that. */
  readonly autoReject: boolean;
  readonly findings: readonly Finding[];
}
