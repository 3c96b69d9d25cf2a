import type { PolicyRef, Violation } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";

/** Names an object for people: `Deployment shop/web`. */
export const titleObject = ({ kind, namespace, name }: Pick<CheckedObject, "kind" | "namespace" | "name">): string =>
  [kind === "" ? "object" : kind, [namespace, name].filter((part) => part !== "").join("/")]
    .filter((part) => part !== "")
    .join(" ");

/** Names a policy for people: `restricted:latest` for a Pod Security Standard, else kind and name. */
export const titlePolicy = ({ kind, name, version }: PolicyRef): string => {
  const versioned = version === undefined ? name : `${name}:${version}`;
  return kind === "PodSecurityStandard" ? versioned : `${kind} ${versioned}`;
};

/** Names a constraint as the cluster calls it: its kind and name. */
export const titleConstraint = ({ kind, name }: NonNullable<Violation["constraint"]>): string => `${kind} ${name}`;
