import type { ContainerRef, FieldPath, Finding, Json } from "@ostiary/core";
import { toJson, type Value } from "@ostiary/rego";
import { ObjectView, Reading } from "@ostiary/rules";
import type { Place } from "./resolve-reference.js";

/** Lists of a pod that hold containers. */
const CONTAINER_LISTS: readonly ContainerRef["list"][] = ["initContainers", "containers", "ephemeralContainers"];

/**
 * The places of a violation as findings, each of them once and in the order of the object.
 *
 * @param object - the object under review
 */
export const inferFindings = (places: readonly Place[], object: Json): readonly Finding[] => {
  const distinct = new Map(places.map((place) => [JSON.stringify(place.path), place]));
  return [...distinct.values()].map(({ path, value }) => {
    const container = containerAt(path, object);
    return {
      path,
      ...(container !== undefined && { container }),
      found: value === undefined || nestsTooDeep(value) ? undefined : asJson(value),
      inferred: true,
    };
  });
};

/** The parts of an object that came as JSON are JSON. */
const asJson = (value: Value): Json => toJson(value) as Json;

/** Whoever writes a finding down must not fail on what it holds. */
const DEEPEST = 100;

const nestsTooDeep = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
};

/** The container that a path leads into. */
const containerAt = (path: FieldPath, object: Json): ContainerRef | undefined => {
  for (const [position, step] of path.entries()) {
    const list = CONTAINER_LISTS.find((name) => name === step && path[position - 1] === "spec");
    const index = path[position + 1];
    if (list === undefined || typeof index !== "number") continue;
    let view = ObjectView.root(new Reading(), object, []);
    for (const field of path.slice(0, position)) view = view.object(String(field));
    const name = view.objects(list)[index]?.string("name") ?? "";
    return { list, index, name };
  }
  return undefined;
};
