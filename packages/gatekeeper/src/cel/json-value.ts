import type { Json } from "@ostiary/core";
import { CelList, CelMap, type CelValue } from "./cel-value.js";
import { isInt64 } from "./int64.js";
import type { Origin } from "./origin.js";

/** A list of JSON. */
export class JsonList extends CelList {
  readonly #json: readonly Json[];
  readonly #origin: Origin | undefined;

  constructor(json: readonly Json[], origin: Origin | undefined) {
    super();
    this.#json = json;
    this.#origin = origin;
  }
  override get origin(): Origin | undefined {
    return this.#origin;
  }
  override get size(): number {
    return this.#json.length;
  }
  override at(index: number): CelValue | undefined {
    const element = this.#json[index];
    return element === undefined ? undefined : fromJson(element, this.#origin?.child(index));
  }
}

/** An object of JSON. */
export class JsonMap extends CelMap {
  readonly #json: { readonly [key: string]: Json };
  readonly #origin: Origin | undefined;

  constructor(json: { readonly [key: string]: Json }, origin: Origin | undefined) {
    super();
    this.#json = json;
    this.#origin = origin;
  }
  override get origin(): Origin | undefined {
    return this.#origin;
  }
  override get size(): number {
    return Object.keys(this.#json).length;
  }
  override find(key: CelValue): CelValue | undefined {
    if (typeof key !== "string" || !Object.hasOwn(this.#json, key)) return undefined;
    const value = this.#json[key];
    return value === undefined ? undefined : fromJson(value, this.#origin?.child(key));
  }
  override keys(): readonly CelValue[] {
    return Object.keys(this.#json);
  }
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

const fromNumber = (json: number | bigint): CelValue => {
  if (typeof json === "number" && !Number.isInteger(json)) return json;
  const whole = BigInt(json);
  return isInt64(whole) ? whole : Number(json);
};

/**
 * A value of JSON as Kubernetes shows objects to CEL: whole numbers are ints, others and those beyond 64 bits doubles. Lists and
 * objects are read when they are asked, so that a large object costs nothing.
 *
 * @param origin - where it lies in the object that is judged; `undefined` for what is not part of it
 */
export const fromJson = (json: Json, origin?: Origin): CelValue => {
  if (typeof json === "number" || typeof json === "bigint") return fromNumber(json);
  if (typeof json !== "object" || json === null) return json ?? null;
  return isList(json) ? new JsonList(json, origin) : new JsonMap(json, origin);
};
