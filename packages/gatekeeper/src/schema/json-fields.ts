import type { Json } from "@ostiary/core";

/** An object of JSON. */
export type JsonFields = { readonly [name: string]: Json };

/** Whether a value is an object of JSON. */
export const isJsonFields = (value: Json | undefined): value is JsonFields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a list. The built-in guard loses `readonly`. */
export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
