import * as z from "zod/mini";
import type { KindSelector } from "../constraint-kind.js";
import type { Json } from "../rule.js";
import type { MetadataPart } from "./require-metadata.js";

const WATCHED_KIND = /^[a-z]*\/[a-zA-Z]+$/;

const describeKindFault = ({ input }: { readonly input?: unknown }): string =>
  `expected a group of small letters, a slash and a kind, as in \`apps/Deployment\`, found \`${input}\`; ` +
  "groups with dots are not accepted";

/** The kinds whose objects a policy watches, as `<group>/<kind>`. The field's own examples have dots, its pattern has none. */
export const watchKindsSchema = z
  .array(z.string().check(z.refine((text) => WATCHED_KIND.test(text), { error: describeKindFault })))
  .check(z.minLength(1));

/** The entries that a policy requires. */
export const requiredEntriesSchema = z
  .array(z.strictObject({ key: z.optional(z.string()), allowedRegex: z.optional(z.string()) }))
  .check(z.minLength(1));

const fieldSchema = z.object({
  labels: z.optional(requiredEntriesSchema),
  annotations: z.optional(requiredEntriesSchema),
  watchKinds: z.optional(z.array(z.string())),
});

/** The kinds of objects that a constraint is about; an empty list, as Gatekeeper takes it, is about all. */
export const watchedKinds = (field: Json | undefined): readonly KindSelector[] => {
  const { watchKinds = [] } = fieldSchema.safeParse(field).data ?? {};
  return watchKinds.map((text) => {
    const [group = "", kind = ""] = text.split("/");
    return { apiGroups: [group], kinds: [kind] };
  });
};

/** The parameters of a constraint: an empty key or pattern is dropped from its entry. */
export const writeEntries = ({ key: part }: MetadataPart, field: Json | undefined): Json | undefined => {
  if (field === undefined) return undefined;
  const { [part]: entries = [] } = fieldSchema.safeParse(field).data ?? {};
  return {
    [part]: entries.map(({ key, allowedRegex }) => ({ ...(key && { key }), ...(allowedRegex && { allowedRegex }) })),
  };
};

/** The same for an encoder that drops an object without content. */
export const writeEntriesOfContent = (part: MetadataPart, field: Json | undefined): Json | undefined => {
  const isEmpty = typeof field === "object" && field !== null && Object.keys(field).length === 0;
  return isEmpty ? undefined : writeEntries(part, field);
};
