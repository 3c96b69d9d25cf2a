import type { FieldPath } from "@ostiary/core";
import { fail, type Outcome, succeed } from "../outcome.js";
import { goTypeName } from "./go-value.js";
import { type ListNode, type Location, type LocationNode, type ObjectNode, printNode } from "./location-path.js";
import { failedCondition, type PathTests } from "./path-tests.js";
import type { Setter } from "./setter.js";
import { isEqual } from "./value-equality.js";
import {
  isFields,
  isList,
  ownField,
  type WorkingFields,
  type WorkingValue,
  withField,
  withItem,
} from "./working-value.js";

/** What is told of a walk. */
export interface WalkListener {
  /** A field has another value now; `before` is `undefined` where there was none. */
  changed(path: FieldPath, before: WorkingValue | undefined, after: WorkingValue): void;
  /** A path test ended the walk at a node. */
  stopped?(path: FieldPath, condition: string): void;
}

/** The way of a mutator through objects. */
export interface Route {
  readonly location: Location;
  readonly tests: PathTests;
}

/** Nothing was set below. */
const UNTOUCHED = Symbol("untouched");

/** Why nothing can be set. */
class Obstacle {
  constructor(readonly message: string) {}
}

/** The value that takes the place of the one visited, or why none does. */
type Visited<Value = WorkingValue> = Value | typeof UNTOUCHED | Obstacle;

const isSet = <Value>(visited: Visited<Value>): visited is Value =>
  visited !== UNTOUCHED && !(visited instanceof Obstacle);

/**
 * Sets what a location leads to. Objects are not changed but copied, as far as they must be: where a value is set that was
 * there before, everything stays the same object.
 *
 * @returns the object in which the value is set, `undefined` when nothing was
 * @source gatekeeper, pkg/mutation/mutators/core/mutation_function.go
 */
export const walkLocation = (
  object: WorkingFields,
  route: Route,
  setter: Setter,
  listener: WalkListener,
): Outcome<WorkingFields | undefined> => {
  if (route.location.length === 0) return fail("mutation-failed", "attempting to mutate an empty target location");
  const visited = new Walk(route, setter, listener).visit(object, 0);
  if (visited instanceof Obstacle) return fail("mutation-failed", visited.message);
  // The place of an object is taken by an object.
  return succeed(visited === UNTOUCHED ? undefined : (visited as WorkingFields));
};

/** One walk. The location is not deeper than the stack: whoever reads mutators sees to that. */
class Walk {
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly route: Route,
    private readonly setter: Setter,
    private readonly listener: WalkListener,
  ) {}

  visit(current: WorkingValue, depth: number): Visited {
    const node = this.route.location[depth];
    if (node?.type === "Object") {
      return isFields(current) ? this.visitField(current, node, depth) : mismatch("object", current, node);
    }
    // The location does not end before its last node.
    const list = node as ListNode;
    if (!isList(current)) return mismatch("List", current, list);
    if (this.isLast(depth)) return this.placeElement(current, list, depth);
    return list.value === undefined
      ? this.visitAll(current, depth)
      : this.visitMatching(current, list, list.value, depth);
  }

  private isLast(depth: number): boolean {
    return depth === this.route.location.length - 1;
  }

  private visitField(fields: WorkingFields, { name }: ObjectNode, depth: number): Visited {
    const current = ownField(fields, name);
    this.path.push(name);
    const visited = this.mayPass(current === undefined ? "missing" : "present", depth)
      ? this.enterField(current, depth)
      : UNTOUCHED;
    this.path.pop();
    if (visited === undefined) return fields;
    if (!isSet(visited)) return visited;
    return visited === current ? fields : withField(fields, name, visited);
  }

  private enterField(current: WorkingValue | undefined, depth: number): Visited<WorkingValue | undefined> {
    if (!this.isLast(depth)) return current === undefined ? this.enterMissing(depth) : this.visit(current, depth + 1);
    const value = this.setter.value(current);
    if (!value.ok) return new Obstacle(value.error.message);
    return value.value === undefined ? undefined : this.keepEqual(current, value.value);
  }

  private enterMissing(depth: number): Visited {
    const made: WorkingValue = this.route.location[depth + 1]?.type === "Object" ? {} : [];
    const visited = this.visit(made, depth + 1);
    // Nothing is set in it, and yet it is made.
    if (visited === made) this.listener.changed([...this.path], undefined, made);
    return visited;
  }

  private visitAll(list: readonly WorkingValue[], depth: number): Visited {
    // Whatever the list holds, some of it exists.
    if (!this.mayPass("present", depth)) return UNTOUCHED;
    return this.visitItems(list, [...list.keys()], depth);
  }

  private visitMatching(list: readonly WorkingValue[], { key }: ListNode, value: WorkingValue, depth: number): Visited {
    const matching = [...list.keys()].filter((index) => hasField(list[index], key, value));
    if (!this.mayPass(matching.length > 0 ? "present" : "missing", depth)) return UNTOUCHED;
    if (matching.length > 0) return this.visitItems(list, matching, depth);
    return this.visitMissing(list, { [key]: value }, depth);
  }

  private visitMissing(list: readonly WorkingValue[], made: WorkingFields, depth: number): Visited {
    const longer = [...list, made];
    const visited = this.visitItems(longer, [list.length], depth);
    // As in a missing field.
    if (visited === longer) this.listener.changed([...this.path, list.length], undefined, made);
    return visited;
  }

  private visitItems(list: readonly WorkingValue[], indexes: readonly number[], depth: number): Visited {
    let items: WorkingValue[] | undefined;
    let isTouched = false;
    for (const index of indexes) {
      const current = list[index] ?? null;
      this.path.push(index);
      const visited = this.visit(current, depth + 1);
      this.path.pop();
      if (visited instanceof Obstacle) return visited;
      if (!isSet(visited)) continue;
      isTouched = true;
      if (visited === current) continue;
      items ??= [...list];
      items[index] = visited;
    }
    return isTouched ? (items ?? list) : UNTOUCHED;
  }

  /** Replaces the first element with the key, or adds one. Those who read mutators see to it that the element has the key. */
  private placeElement(list: readonly WorkingValue[], { key, value }: ListNode, depth: number): Visited {
    const { element } = this.setter;
    if (value === undefined || element === undefined) return new Obstacle("last path entry can not be globbed");
    let index = 0;
    for (; index < list.length; index++) {
      const item = list[index] ?? null;
      if (!isFields(item))
        return new Obstacle(`cast error, unable to case ${goTypeName(item)} to map[string]interface{}`);
      if (hasField(item, key, value)) break;
    }
    const current = list[index];
    if (!this.mayPass(current === undefined ? "missing" : "present", depth)) return UNTOUCHED;
    this.path.push(index);
    const placed = this.keepEqual(current, element);
    this.path.pop();
    return placed === current ? list : withItem(list, index, placed);
  }

  /** A value that equals the one there is replaced by it, so that it is seen that nothing has changed. */
  private keepEqual(current: WorkingValue | undefined, value: WorkingValue): WorkingValue {
    if (current !== undefined && isEqual(current, value)) return current;
    this.listener.changed([...this.path], current, value);
    return value;
  }

  private mayPass(presence: "present" | "missing", depth: number): boolean {
    const failed = failedCondition(this.route.tests, depth, presence);
    if (failed !== undefined) this.listener.stopped?.([...this.path], failed);
    return failed === undefined;
  }
}

const hasField = (item: WorkingValue | undefined, key: string, value: WorkingValue): boolean =>
  isFields(item) && isEqual(ownField(item, key), value);

const mismatch = (type: "object" | "List", current: WorkingValue, node: LocationNode): Obstacle =>
  new Obstacle(
    `mismatch between path entry (type: ${type}) and received object (type: ${goTypeName(current)}). Path: ${printNode(node)}`,
  );
