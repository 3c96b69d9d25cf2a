import { goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";

const GROUP = "templates.gatekeeper.sh";
const KIND = "ConstraintTemplate";
const VERSIONS: ReadonlySet<string> = new Set(["v1", "v1beta1", "v1alpha1"]);

/** Whether an object is a ConstraintTemplate, of whatever version. */
export const isConstraintTemplate = (object: unknown): boolean => {
  const view = ObjectView.root(new Reading(), object, []);
  return groupOf(view.string("apiVersion") ?? "") === GROUP && view.string("kind") === KIND;
};

/** What gator says to a ConstraintTemplate of a version that it does not know; `undefined` for one that it does. */
export const templateVersionFault = (object: unknown): string | undefined => {
  const apiVersion = ObjectView.root(new Reading(), object, []).string("apiVersion") ?? "";
  if (VERSIONS.has(apiVersion.slice(GROUP.length + 1))) return undefined;
  const kind = `no kind ${goQuote(KIND)} is registered for version ${goQuote(apiVersion)}`;
  return `adding template: ${kind} in scheme "pkg/runtime/scheme.go:111"`;
};
