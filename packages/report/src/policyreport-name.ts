import type { CheckedObject } from "./checked-object.js";

/** Names of objects may have 253 characters; some are left for the suffix. */
const LONGEST = 200;
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Names the report of an object, as Kubernetes allows names to be: kind and name for people, and a suffix that tells apart
 * objects of the same name in other documents.
 */
export const nameReport = ({ file, document, item, apiVersion, kind, name }: CheckedObject): string => {
  const readable = `${kind}-${name}`
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const suffix = hash([file, document, item ?? "", apiVersion, kind, name].join("\n"))
    .toString(16)
    .padStart(8, "0");
  return readable === "" ? `ostiary-${suffix}` : `${readable}-${suffix}`;
};

/** FNV-1a, 32 bits: short, the same everywhere, and no secret. */
const hash = (text: string): number => {
  let value = OFFSET_BASIS;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), PRIME) >>> 0;
  }
  return value;
};
