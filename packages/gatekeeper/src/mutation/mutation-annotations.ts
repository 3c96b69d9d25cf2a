import { compareBytes, type Json } from "@ostiary/rules";
import type { Mutator } from "./mutator.js";
import { isFields, ownField, type WorkingFields, withField } from "./working-value.js";

/**
 * Notes on an object who has changed it, as Gatekeeper does when it is told to.
 *
 * @param acted - the mutators that set something
 * @param id - names the run
 * @source gatekeeper, pkg/mutation/annotations.go
 */
export const annotateMutations = (object: WorkingFields, acted: Iterable<Mutator>, id: string): WorkingFields => {
  const metadata = fieldsAt(object, "metadata");
  const annotations = fieldsAt(metadata, "annotations");
  const noted = { ...annotations, "gatekeeper.sh/mutations": list(acted), "gatekeeper.sh/mutation-id": id };
  return withField(object, "metadata", withField(metadata, "annotations", noted));
};

const fieldsAt = (fields: WorkingFields, name: string): WorkingFields => {
  const value = ownField(fields, name);
  return isFields(value) ? value : {};
};

const list = (mutators: Iterable<Mutator>): Json =>
  [...mutators]
    .map(({ id: { kind, namespace, name }, generation }) => `${kind}/${namespace}/${name}:${generation}`)
    .sort(compareBytes)
    .join(", ");
