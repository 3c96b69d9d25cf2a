import type { Json } from "@ostiary/core";
import { type MatchNamespace, readMatchNamespace } from "@ostiary/core/match";
import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";
import { attemptReading } from "../schema/attempt-reading.js";

/** Objects of a cluster as policies see them. Immutable. */
export interface Inventory {
  /** What policies read as `data.inventory`; the same object for every review, so that engines need to look at it only once. */
  readonly document: Json;
  /** The Namespaces among them, by name. */
  readonly namespaces: ReadonlyMap<string, MatchNamespace>;
  /** For each object given why it was refused; `undefined` for one that is there. */
  readonly faults: readonly (Fault | undefined)[];
}

/**
 * Where an object is under `data.inventory`: `cluster`, group version, kind, name, or for one that is in a namespace
 * `namespace`, its name, and the same. Without version or kind it is nowhere.
 *
 * @source gatekeeper, pkg/target/target.go, ProcessData
 */
export const inventoryPath = (object: unknown): Outcome<readonly string[]> => {
  const view = ObjectView.root(new Reading(), object, []);
  const metadata = view.object("metadata");
  const name = metadata.string("name") ?? "";
  const apiVersion = view.string("apiVersion") ?? "";
  const kind = view.string("kind") ?? "";
  const isReadable = apiVersion.split("/").length <= 2;
  const group = groupOf(apiVersion);
  const version = apiVersion.slice(apiVersion.lastIndexOf("/") + 1);
  if (version === "" || !isReadable) return refuse(`resource ${name} has no version`);
  if (kind === "") return refuse(`resource ${name} has no kind`);
  const namespace = metadata.string("namespace") ?? "";
  const path = [group === "" ? version : `${group}/${version}`, kind, name];
  return succeed(namespace === "" ? ["cluster", ...path] : ["namespace", namespace, ...path]);
};

const refuse = (complaint: string): Outcome<never> =>
  fail("no-version-or-kind", `invalid request object: ${complaint}`);

/** A level of the inventory. It inherits nothing: names of objects are anything. */
interface Level {
  [name: string]: Level | Json;
}

/** A level without anything that it inherits. */
const newLevel = (): Level => Object.create(null);

/** Puts objects where policies look for them. Of several with one path the last one counts. */
export const createInventory = (objects: readonly unknown[]): Inventory => {
  const root = newLevel();
  const namespaces = new Map<string, MatchNamespace>();
  const faults = objects.map((object) => {
    const path = attemptReading(() => inventoryPath(object));
    if (!path.ok) return path.error;
    // What has a kind is an object, and objects come from readers of JSON.
    insert(root, path.value, object as Json);
    if (path.value[0] === "cluster" && path.value[1] === "v1" && path.value[2] === "Namespace") {
      const namespace = readMatchNamespace(object);
      namespaces.set(namespace.name, namespace);
    }
    return undefined;
  });
  return { document: root as Json, namespaces, faults };
};

/** The Namespace of a name among the objects of an inventory. */
export const findNamespace = ({ document }: Inventory, name: string): Json | undefined => {
  let level: Json | undefined = document;
  for (const step of ["cluster", "v1", "Namespace", name]) {
    // The levels inherit nothing.
    level = (level as { readonly [name: string]: Json } | undefined)?.[step];
  }
  return level;
};

const insert = (root: Level, path: readonly string[], object: Json): void => {
  let level = root;
  for (const name of path.slice(0, -1)) {
    const next = level[name] ?? newLevel();
    level[name] = next;
    // The last part of a path is never the first of another one.
    level = next as Level;
  }
  level[path.at(-1) ?? ""] = object;
};
