import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import type { MatchNamespace, MatchTarget } from "./constraint-match.js";

/**
 * Reads from an object what match blocks look at, as leniently as the real matcher: labels of which one is not a string are
 * no labels at all, and a name that is not a string is empty.
 */
export const readMatchTarget = (value: unknown): MatchTarget => {
  const object = readLeniently(value);
  const apiVersion = object.string("apiVersion") ?? "";
  const isKnown = apiVersion.split("/").length <= 2;
  const metadata = object.object("metadata");
  return {
    group: isKnown ? groupOf(apiVersion) : "",
    kind: isKnown ? (object.string("kind") ?? "") : "",
    name: metadata.string("name") ?? "",
    generateName: metadata.string("generateName") ?? "",
    namespace: metadata.string("namespace") ?? "",
    labels: readLabels(metadata),
  };
};

/** Reads from a Namespace what match blocks look at. */
export const readMatchNamespace = (value: unknown): MatchNamespace => {
  const metadata = readLeniently(value).object("metadata");
  return { name: metadata.string("name") ?? "", labels: readLabels(metadata) };
};

/** The faults of this reading are dropped: whoever judges the object reads it again, and strictly. */
const readLeniently = (value: unknown): ObjectView => ObjectView.root(new Reading(), value, []);

const readLabels = (metadata: ObjectView): ReadonlyMap<string, string> => {
  const before = metadata.reading.faults.length;
  const labels = metadata.stringMap("labels");
  return metadata.reading.faults.length === before ? labels : new Map();
};
