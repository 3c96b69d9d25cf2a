/**
 * Where a value lies in an object, from the object's root: property names as strings, list positions (from 0) as numbers.
 *
 * @example `["spec", "containers", 0, "image"]`
 */
export type FieldPath = readonly (string | number)[];

const PLAIN_NAME = /^[A-Za-z_$][\w$-]*$/;

/**
 * Writes a path as Kubernetes does in its own errors: `spec.containers[0].image`, `metadata.labels[app.kubernetes.io/name]`.
 *
 * @param path - the path; an empty one gives an empty text
 */
export const formatFieldPath = (path: FieldPath): string => {
  let text = "";
  for (const step of path) {
    if (typeof step === "number" || !PLAIN_NAME.test(step)) text += `[${step}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text;
};
