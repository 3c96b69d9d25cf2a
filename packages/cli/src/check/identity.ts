/** What an object says of who it is; empty texts for what it does not say, or says in another type. */
export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  /** Its `name`, else its `generateName`. */
  readonly name: string;
}

/** Reads who an object is, whatever it is. */
export const readIdentity = (object: unknown): Identity => {
  const metadata = readField(object, "metadata");
  return {
    apiVersion: readText(object, "apiVersion"),
    kind: readText(object, "kind"),
    namespace: readText(metadata, "namespace"),
    name: readText(metadata, "name") || readText(metadata, "generateName"),
  };
};

/** An own field of an object; `undefined` where there is none, or no object. */
export const readField = (object: unknown, name: string): unknown =>
  typeof object === "object" && object !== null && Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;

const readText = (object: unknown, name: string): string => {
  const value = readField(object, name);
  return typeof value === "string" ? value : "";
};
