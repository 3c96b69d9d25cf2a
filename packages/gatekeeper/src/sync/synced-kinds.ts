import { ObjectView, Reading } from "@ostiary/rules";
import type { GroupVersionKind } from "../mutation/apply-to.js";

const readKinds = (entries: readonly ObjectView[]): readonly GroupVersionKind[] =>
  entries.map((entry) => ({
    group: entry.string("group") ?? "",
    version: entry.string("version") ?? "",
    kind: entry.string("kind") ?? "",
  }));

const specOf = (document: unknown): ObjectView => ObjectView.root(new Reading(), document, []).object("spec");

/** The kinds of objects that a SyncSet makes policies see as `data.inventory`. */
export const syncSetKinds = (document: unknown): readonly GroupVersionKind[] =>
  readKinds(specOf(document).objects("gvks"));

/** The kinds of objects that a Config makes policies see as `data.inventory`. */
export const configKinds = (document: unknown): readonly GroupVersionKind[] =>
  readKinds(specOf(document).object("sync").objects("syncOnly"));
