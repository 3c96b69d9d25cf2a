import { type Mapper, mapLiteral } from "../compile/map-terms.js";
import type { Body, Literal } from "../syntax/ast.js";

/** Knows which body each literal belongs to, those of closures included. */
export class BodyOwners {
  private readonly owners = new Map<Literal, Body>();
  private readonly known = new Set<Body>();

  /** Makes the literals of a body known, and of all bodies in it. */
  add(body: Body): void {
    if (this.known.has(body)) return;
    this.known.add(body);
    const mapper: Mapper = {
      body: (inner) => {
        this.add(inner);
        return inner;
      },
    };
    for (const literal of body) {
      this.owners.set(literal, body);
      mapLiteral(literal, mapper);
    }
  }

  ownerOf(literal: Literal): Body | undefined {
    return this.owners.get(literal);
  }
}
