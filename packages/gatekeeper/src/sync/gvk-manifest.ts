import { ObjectView, Reading } from "@ostiary/rules";
import type { GroupVersionKind } from "../mutation/apply-to.js";

/**
 * The kinds of objects that a cluster knows, by a GVKManifest: in the layout of Gatekeeper's decoder, maps from group to
 * version to kinds, or in that of its documentation, lists of groups and versions with names.
 */
export const manifestKinds = (document: unknown): readonly GroupVersionKind[] => {
  const spec = ObjectView.root(new Reading(), document, []).object("spec");
  return Array.isArray(spec.raw("groups")) ? readLists(spec) : readMaps(spec);
};

const readMaps = (spec: ObjectView): readonly GroupVersionKind[] => {
  const groups = spec.object("groups");
  return groups.names().flatMap((group) => {
    const versions = groups.object(group);
    return versions.names().flatMap((version) => versions.strings(version).map((kind) => ({ group, version, kind })));
  });
};

const readLists = (spec: ObjectView): readonly GroupVersionKind[] =>
  spec.objects("groups").flatMap((group) =>
    group.objects("versions").flatMap((version) =>
      version.strings("kinds").map((kind) => ({
        group: group.string("name") ?? "",
        version: version.string("name") ?? "",
        kind,
      })),
    ),
  );
