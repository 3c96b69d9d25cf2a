import { goQuote, ObjectView, Reading } from "@ostiary/rules";
import type { ObjectTestResult } from "./test-objects.js";

/** A violation in one line, as `gator test` prints it. */
export const describeTestResult = ({ object, constraint, message }: ObjectTestResult): string => {
  const view = ObjectView.root(new Reading(), object, []);
  const metadata = view.object("metadata");
  const namespace = metadata.string("namespace") ?? "";
  const place = `${namespace === "" ? "" : `${namespace}/`}${metadata.string("name") ?? ""}`;
  const kind = `${view.string("apiVersion") ?? ""}/${view.string("kind") ?? ""}`;
  return `${kind} ${place}: [${goQuote(constraint.name)}] Message: ${goQuote(message)}`;
};
