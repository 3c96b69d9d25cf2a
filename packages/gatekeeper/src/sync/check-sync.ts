import { compareBytes, groupOf, ObjectView, Reading } from "@ostiary/rules";
import type { GroupVersionKind } from "../mutation/apply-to.js";
import { type Fault, fail } from "../outcome.js";
import { readObjectName } from "../suite/object-title.js";
import { templateDecodingFault } from "../suite/template-decoding.js";
import { manifestKinds } from "./gvk-manifest.js";
import { readSyncRequirements, type SyncRequirement } from "./sync-requirements.js";
import { configKinds, syncSetKinds } from "./synced-kinds.js";

/** What policies need to be synced and is not. Templates are in the order of their names. */
export interface SyncCheck {
  /** Why nothing can be said, in gator's words; then all that follows but `skipped` is empty. */
  readonly fault: Fault | undefined;
  /** By template, what is not met; those that lack nothing are left out. */
  readonly missing: ReadonlyMap<string, readonly SyncRequirement[]>;
  /** By template, why its requirements cannot be read. With one of these nothing else is told. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** The names of objects that say nothing about syncing, in their order, as far as objects were looked at. */
  readonly skipped: readonly string[];
  /** Whether there is a manifest of the kinds that the cluster knows. */
  readonly manifest: "given" | "absent";
}

/**
 * Checks that all kinds of objects that ConstraintTemplates need are synced, and known to the cluster.
 *
 * @param manifest - whether only kinds in a GVKManifest count, which must be given then
 * @source gatekeeper, pkg/gator/sync/test/test.go
 */
export const checkSync = (objects: readonly unknown[], manifest: "required" | "omitted"): SyncCheck => {
  const { templates, manifests, synced, skipped, fault } = sortObjects(objects);
  const found = manifests.length === 0 ? "absent" : "given";
  const nothing: SyncCheck = { fault, missing: new Map(), faults: new Map(), skipped, manifest: found };
  if (fault !== undefined) return nothing;
  const { requirements, faults } = readTemplates(templates);
  if (faults.size > 0) return { ...nothing, faults };
  if (found === "absent" && manifest === "required") return { ...nothing, fault: NO_MANIFEST };
  const known = manifest === "omitted" ? undefined : keysOf(manifests.flatMap(manifestKinds));
  const keys = keysOf(synced);
  const isMet = (requirement: SyncRequirement): boolean =>
    requirement.some((kind) => keys.has(keyOf(kind)) && known?.has(keyOf(kind)) !== false);
  const missing = [...requirements]
    .map(([name, all]) => [name, all.filter((requirement) => !isMet(requirement))] as const)
    .filter(([, unmet]) => unmet.length > 0);
  return { ...nothing, missing: new Map(missing.sort(byName)) };
};

const NO_MANIFEST: Fault = {
  code: "no-manifest",
  message: "no GVK manifest found; please provide a manifest enumerating the GVKs supported by the cluster",
};
const SEVERAL_CONFIGS: Fault = {
  code: "multiple-configs",
  message: "multiple configs found; Config is a singleton resource",
};
const SEVERAL_MANIFESTS: Fault = {
  code: "multiple-manifests",
  message: "multiple GVK manifests found; please provide one manifest enumerating the GVKs supported by the cluster",
};

interface SortedObjects {
  readonly templates: unknown[];
  readonly configs: unknown[];
  readonly manifests: unknown[];
  readonly synced: GroupVersionKind[];
  readonly skipped: string[];
}

/** Where objects of a kind belong. */
const PLACES: Readonly<Record<string, (sorted: SortedObjects, object: unknown) => void>> = {
  "templates.gatekeeper.sh/ConstraintTemplate": ({ templates }, object) => templates.push(object),
  "config.gatekeeper.sh/Config": ({ configs, synced }, object) => {
    configs.push(object);
    synced.push(...configKinds(object));
  },
  "syncset.gatekeeper.sh/SyncSet": ({ synced }, object) => synced.push(...syncSetKinds(object)),
  "gvkmanifest.gatekeeper.sh/GVKManifest": ({ manifests }, object) => manifests.push(object),
};

/** Sorts objects until there are two of a kind of which there may be one. */
const sortObjects = (objects: readonly unknown[]): SortedObjects & { readonly fault: Fault | undefined } => {
  const sorted: SortedObjects = { templates: [], configs: [], manifests: [], synced: [], skipped: [] };
  for (const object of objects) {
    const view = ObjectView.root(new Reading(), object, []);
    const key = `${groupOf(view.string("apiVersion") ?? "")}/${view.string("kind") ?? ""}`;
    const place = Object.hasOwn(PLACES, key) ? PLACES[key] : undefined;
    if (place === undefined) sorted.skipped.push(readObjectName(object));
    else place(sorted, object);
    if (sorted.configs.length > 1) return { ...sorted, fault: SEVERAL_CONFIGS };
    if (sorted.manifests.length > 1) return { ...sorted, fault: SEVERAL_MANIFESTS };
  }
  return { ...sorted, fault: undefined };
};

const readTemplates = (templates: readonly unknown[]) => {
  const requirements = new Map<string, readonly SyncRequirement[]>();
  const faults = new Map<string, Fault>();
  for (const template of templates) {
    const name = readObjectName(template);
    const version = templateDecodingFault(template);
    const read = version === undefined ? readSyncRequirements(template) : fail("invalid-template", version);
    if (read.ok) requirements.set(name, [...(requirements.get(name) ?? []), ...read.value]);
    else faults.set(name, read.error);
  }
  return { requirements, faults: new Map([...faults].sort(byName)) };
};

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  compareBytes(one, other);

const keyOf = ({ group, version, kind }: GroupVersionKind): string => JSON.stringify([group, version, kind]);
const keysOf = (kinds: readonly GroupVersionKind[]): ReadonlySet<string> => new Set(kinds.map(keyOf));
