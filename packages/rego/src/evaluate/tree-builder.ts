import type { Location } from "../syntax/location.js";
import { equal } from "../value/equal.js";
import { type HashKey, hashKey } from "../value/hash-key.js";
import { RegoObject } from "../value/object.js";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { EvaluationFault } from "./fault.js";

/** What stands at a key: a value, a set that grows, or more keys. */
interface Entry {
  readonly key: Value;
  content: Value | RegoSet | TreeBuilder;
  /** The set is built by rules with `contains`. */
  readonly isGrowing: boolean;
}

/** Builds the nested objects of reference heads; different values at one path are a conflict. */
export class TreeBuilder {
  private readonly entries = new Map<HashKey, Entry>();

  /** Puts a value at a path. */
  set(path: readonly Value[], value: Value, location: Location): void {
    const [place, key] = this.descend(path, location);
    const known = place.entries.get(hashKey(key));
    if (known === undefined) {
      place.entries.set(hashKey(key), { key, content: value, isGrowing: false });
    } else if (known.content instanceof TreeBuilder || known.isGrowing || !equal(known.content, value)) {
      throw clash(location);
    }
  }

  /** Adds a member to the set at a path. */
  add(path: readonly Value[], member: Value, location: Location): void {
    const [place, key] = this.descend(path, location);
    const known = place.entries.get(hashKey(key));
    if (known === undefined) {
      place.entries.set(hashKey(key), { key, content: new RegoSet([member]), isGrowing: true });
    } else if (known.isGrowing && known.content instanceof RegoSet) known.content.add(member);
    else throw clash(location);
  }

  /** The finished object. */
  build(): Value {
    const object = new RegoObject();
    for (const { key, content } of this.entries.values()) object.set(key, finished(content));
    return object;
  }

  /** The finished value at one key. */
  valueAt(key: Value): Value | undefined {
    const entry = this.entries.get(hashKey(key));
    return entry === undefined ? undefined : finished(entry.content);
  }

  private descend(path: readonly Value[], location: Location): readonly [TreeBuilder, Value] {
    let place: TreeBuilder = this;
    for (const key of path.slice(0, -1)) place = place.inner(key, location);
    return [place, path.at(-1) ?? null];
  }

  private inner(key: Value, location: Location): TreeBuilder {
    const known = this.entries.get(hashKey(key));
    if (known?.content instanceof TreeBuilder) return known.content;
    if (known !== undefined) throw clash(location);
    const content = new TreeBuilder();
    this.entries.set(hashKey(key), { key, content, isGrowing: false });
    return content;
  }
}

const finished = (content: Value | TreeBuilder): Value => (content instanceof TreeBuilder ? content.build() : content);

const clash = (location: Location): EvaluationFault =>
  new EvaluationFault("eval_conflict_error", "object keys must be unique", location);
