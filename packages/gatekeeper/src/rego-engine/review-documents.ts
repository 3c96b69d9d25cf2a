import type { Json } from "@ostiary/core";
import { fromJson, type Value } from "@ostiary/rego";
import type { EngineConstraint, EngineReview } from "../engine/template-engine.js";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import { locateIn } from "./places/located-values.js";
import type { PlaceSurroundings } from "./places/place-observer.js";
import { reviewDocument } from "./review-document.js";

/** The object under review. */
export type LocatedObject = Pick<PlaceSurroundings, "object" | "locate">;

/**
 * The documents that rules read, each made and checked once, however many rules read it: of a review for all constraints, of
 * a constraint and of the inventory for all reviews.
 */
export class ReviewDocuments {
  private readonly reviews = new WeakMap<EngineReview, Value>();
  private readonly constraints = new WeakMap<EngineConstraint, Value>();
  private readonly objects = new WeakMap<EngineReview, LocatedObject>();
  private readonly inventories = new WeakMap<object, Value>();

  constructor(private readonly release: GatekeeperRelease) {}

  /** `input` of a rule; `undefined` when something in it is no JSON. */
  input(constraint: EngineConstraint, review: EngineReview): Value | undefined {
    const document = remember(this.reviews, review, () => reviewDocument(review, this.release));
    const parameters = remember(this.constraints, constraint, () => fromJson(constraint.parameters ?? {}));
    return document === undefined || parameters === undefined ? undefined : { review: document, parameters };
  }

  /** The object under review as rules see it, and what finds parts of it. */
  object(review: EngineReview): LocatedObject {
    const known = this.objects.get(review);
    if (known !== undefined) return known;
    const document = remember(this.reviews, review, () => reviewDocument(review, this.release));
    // The document is made as an object, and its fields are JSON.
    const { object } = (document ?? {}) as { readonly object?: Value };
    const located = { object, locate: locateIn(object) };
    this.objects.set(review, located);
    return located;
  }

  /** `data` of a rule; `undefined` when something in it is no JSON. */
  data({ inventory }: EngineReview): Value | undefined {
    return remember(this.inventories, asObject(inventory), () => fromJson({ inventory }));
  }
}

/** An inventory that is no object is none. */
const NOTHING = {};
const asObject = (inventory: Json): object =>
  typeof inventory === "object" && inventory !== null ? inventory : NOTHING;

const remember = <Key extends object>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: () => Value | undefined,
): Value | undefined => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = make();
  if (value !== undefined) known.set(key, value);
  return value;
};
