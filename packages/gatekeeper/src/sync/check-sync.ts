import { compareBytes, groupOf, ObjectView, Reading } from "@ostiary/rules";
import type { GroupVersionKind } from "../mutation/apply-to.js";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";
import { readObjectName } from "../suite/object-title.js";
import { templateDecodingFault } from "../suite/template-decoding.js";
import { manifestKinds } from "./gvk-manifest.js";
import { readSyncRequirements, type SyncRequirement } from "./sync-requirements.js";
import { configKinds, syncSetKinds } from "./synced-kinds.js";

/** What policies need to be synced and is not. Templates are in the order of their names. */
export interface SyncCheck {
  /** By template, what is not met; those that lack nothing are left out. */
  readonly missing: ReadonlyMap<string, readonly SyncRequirement[]>;
  /** By template, why its requirements cannot be read. With one of these nothing else is told. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** The names of objects that say nothing about syncing, in their order. */
  readonly skipped: readonly string[];
  /** Whether there is a manifest of the kinds that the cluster knows. */
  readonly manifest: "given" | "absent";
}

/**
 * Checks that all kinds of objects that ConstraintTemplates need are synced, and known to the cluster.
 *
 * @param manifest - whether only kinds in a GVKManifest count, which must be given then
 * @returns what is missing; or why nothing can be said, in gator's words
 * @source gatekeeper, pkg/gator/sync/test/test.go
 */
export const checkSync = (objects: readonly unknown[], manifest: "required" | "omitted"): Outcome<SyncCheck> => {
  const sorted = sortObjects(objects);
  const { templates, configs, manifests, synced, skipped } = sorted;
  if (configs.length > 1) return fail("multiple-configs", "multiple configs found; Config is a singleton resource");
  if (manifests.length > 1) return fail("multiple-manifests", SEVERAL_MANIFESTS);
  const { requirements, faults } = readTemplates(templates);
  const check = { skipped, manifest: manifests.length === 0 ? "absent" : "given" } as const;
  if (faults.size > 0) return succeed({ ...check, missing: new Map(), faults });
  if (manifests.length === 0 && manifest === "required") return fail("no-manifest", NO_MANIFEST);
  const known = manifest === "omitted" ? undefined : keysOf(manifests.flatMap(manifestKinds));
  const keys = keysOf(synced);
  const isMet = (requirement: SyncRequirement): boolean =>
    requirement.some((kind) => keys.has(keyOf(kind)) && known?.has(keyOf(kind)) !== false);
  const missing = [...requirements]
    .map(([name, all]) => [name, all.filter((requirement) => !isMet(requirement))] as const)
    .filter(([, unmet]) => unmet.length > 0);
  return succeed({ ...check, missing: new Map(missing.sort(byName)), faults });
};

const SEVERAL_MANIFESTS =
  "multiple GVK manifests found; please provide one manifest enumerating the GVKs supported by the cluster";
const NO_MANIFEST = "no GVK manifest found; please provide a manifest enumerating the GVKs supported by the cluster";

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

const sortObjects = (objects: readonly unknown[]): SortedObjects => {
  const sorted: SortedObjects = { templates: [], configs: [], manifests: [], synced: [], skipped: [] };
  for (const object of objects) {
    const view = ObjectView.root(new Reading(), object, []);
    const key = `${groupOf(view.string("apiVersion") ?? "")}/${view.string("kind") ?? ""}`;
    const place = Object.hasOwn(PLACES, key) ? PLACES[key] : undefined;
    if (place === undefined) sorted.skipped.push(readObjectName(object));
    else place(sorted, object);
  }
  return sorted;
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
