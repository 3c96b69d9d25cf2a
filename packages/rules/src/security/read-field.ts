import type { z } from "zod/mini";
import type { Json } from "../rule.js";

/**
 * A field of a policy, or a part of one, with its type.
 *
 * @param schema - what the custom resource's schema has made sure of
 * @returns `undefined` for an absent field
 */
export const readField = <Value>(schema: z.ZodMiniType<Value>, value: Json | undefined): Value | undefined =>
  value === undefined ? undefined : schema.safeParse(value).data;
