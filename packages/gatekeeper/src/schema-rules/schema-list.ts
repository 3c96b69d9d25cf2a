import { ValueList } from "../cel/cel-list.js";
import { keyText } from "../cel/cel-map.js";
import { CelList, CelMap, type CelValue } from "../cel/cel-value.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { escapeName } from "./escape-name.js";

/** A list whose elements have a schema. Those of sets, and of lists with keys, have no order. */
export class SchemaList extends CelList {
  readonly origin = undefined;
  readonly #elements: readonly CelValue[];
  readonly #schema: JsonSchema;

  /** @param schema - of the list */
  constructor(elements: readonly CelValue[], schema: JsonSchema) {
    super();
    this.#elements = elements;
    this.#schema = schema;
  }
  override get size(): number {
    return this.#elements.length;
  }
  override at(index: number): CelValue | undefined {
    return this.#elements[index];
  }

  /** The other list in the order of this one, as far as this one has its elements. */
  override inOrderOf(other: CelList): CelList | undefined {
    if (!this.#isUnordered) return undefined;
    const ranks = new Map(this.#elements.map((element, index) => [this.#identify(element), index]));
    const rank = (element: CelValue): number => ranks.get(this.#identify(element)) ?? ranks.size;
    return new ValueList([...other.values()].sort((one, another) => rank(one) - rank(another)));
  }

  /** An element that is there is replaced in its place, others are appended. */
  override join(other: CelList): CelList | undefined {
    if (!this.#isUnordered) return undefined;
    const elements = [...this.#elements, ...other.values()].map(
      (element) => [this.#identify(element), element] as const,
    );
    return new SchemaList([...new Map(elements).values()], this.#schema);
  }

  get #isUnordered(): boolean {
    return this.#schema.listType === "set" || this.#schema.listType === "map";
  }

  /** A text that only elements share which are one. */
  #identify(element: CelValue): string {
    if (!(element instanceof CelMap)) return keyText(element) ?? "";
    const keys = (this.#schema.listMapKeys ?? []).map((key) => element.find(escapeName(key) ?? key) ?? null);
    return JSON.stringify(keys.map((key) => keyText(key) ?? ""));
  }
}
