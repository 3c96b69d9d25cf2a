import type { MatchNamespace } from "@ostiary/core/match";
import { goQuote } from "@ostiary/rules";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import { isFields, ownField, type WorkingFields, withField, withoutField } from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { ExpansionTemplate } from "./expansion-template.js";
import { apiVersionOf, textField } from "./group-version-kind.js";
import { nestedField, nestedObject } from "./nested-field.js";
import { addOwner } from "./owner-references.js";

/** What an object is made from another one with. */
export interface ResultantContext {
  /** The Namespace that is supplied. */
  readonly namespace: MatchNamespace | undefined;
  readonly release: GatekeeperRelease;
}

/**
 * Makes the object that a template says is created of another one, before any mutation. It shares with the other one what it
 * takes from it.
 *
 * @source gatekeeper, pkg/expansion/system.go, expandResource
 */
export const createResultant = (
  parent: WorkingFields,
  template: ExpansionTemplate,
  { namespace, release }: ResultantContext,
): Outcome<WorkingFields> => {
  if (namespace === undefined && !isSince(release, "3.14")) {
    return fail("expansion-failed", "cannot expand resource with nil namespace");
  }
  const { templateSource, generated } = template;
  const parentName = nameOf(parent);
  const source = nestedObject(parent, sourcePath(template));
  if (!source.ok) {
    return fail("expansion-failed", `could not extract source field from unstructured: ${source.error.message}`);
  }
  if (source.value === undefined) {
    const message = `could not find source field ${goQuote(templateSource)} in resource ${parentName}`;
    return fail("expansion-failed", message);
  }
  const namespaceName = namespace === undefined ? readNamespaceName(parent) : succeed(namespace.name);
  if (!namespaceName.ok) {
    // Gatekeeper names the wrong field.
    const field = goQuote(templateSource);
    return fail("expansion-failed", `could not extract namespace field ${field} in parent resource ${parentName}`);
  }
  const typed = withText(withText(source.value, "apiVersion", apiVersionOf(generated)), "kind", generated.kind);
  const name = `${parentName}${generated.kind === "" ? "" : "-"}${generated.kind}`.toLowerCase();
  const placed = namespaceName.value === undefined ? typed : setMetadata(typed, "namespace", namespaceName.value);
  const named = setMetadata(placed, "name", name);
  return succeed(isSince(release, "3.22") ? own(named, parent) : named);
};

/** The names of the fields on the way to what is taken from the object; names cannot be quoted. */
export const sourcePath = ({ templateSource }: ExpansionTemplate): readonly string[] => templateSource.split(".");

/** The name of an object; empty when it has none. */
export const nameOf = (object: WorkingFields): string => {
  const metadata = ownField(object, "metadata");
  return isFields(metadata) ? textField(metadata, "name") : "";
};

const readNamespaceName = (parent: WorkingFields): Outcome<string | undefined> => {
  const found = nestedField(parent, ["metadata", "namespace"]);
  if (!found.ok) return found;
  const { value } = found;
  if (value === undefined || typeof value === "string") return succeed(value);
  return fail("wrong-type", "expected string");
};

/** Sets a text, or removes the field for an empty one. */
const withText = (fields: WorkingFields, name: string, text: string): WorkingFields =>
  text === "" ? withoutField(fields, name) : withField(fields, name, text);

/** Metadata that is no object stays as it is. */
const setMetadata = (object: WorkingFields, name: string, text: string): WorkingFields => {
  const metadata = ownField(object, "metadata");
  if (metadata === undefined) return text === "" ? object : withField(object, "metadata", { [name]: text });
  return isFields(metadata) ? withField(object, "metadata", withText(metadata, name, text)) : object;
};

const own = (object: WorkingFields, parent: WorkingFields): WorkingFields => {
  const metadata = Object.hasOwn(object, "metadata") ? ownField(object, "metadata") : {};
  if (!isFields(metadata)) return object;
  const [apiVersion, kind] = [textField(parent, "apiVersion"), textField(parent, "kind")];
  const owners = addOwner(ownField(metadata, "ownerReferences"), { apiVersion, kind, name: nameOf(parent) });
  return owners === undefined ? object : withField(object, "metadata", withField(metadata, "ownerReferences", owners));
};
