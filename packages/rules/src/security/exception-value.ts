import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";

/** The part of an exception about a field of the security context, e.g. `privileged`; absent where it says nothing. */
const fieldOf = (exception: ObjectView, field: string): ObjectView => exception.object("securityContext").object(field);

/** What an exception allows a boolean of the security context to be. */
export const exceptedBoolean = (exception: ObjectView, field: string): boolean | undefined =>
  fieldOf(exception, field).boolean("allowedValue");

/** The texts that an exception allows a field of the security context to be; `undefined` where it says nothing. */
export const exceptedStrings = (exception: ObjectView, field: string): readonly string[] | undefined => {
  const part = fieldOf(exception, field);
  return part.raw("allowedValues") === undefined ? undefined : part.strings("allowedValues");
};

/** The values that an exception allows a field of the security context to be, as written; `undefined` where it says nothing. */
export const exceptedList = (exception: ObjectView, field: string): readonly Json[] | undefined => {
  const list = fieldOf(exception, field).raw("allowedValues");
  return isList(list) ? list : undefined;
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** How release next words what an exception allows; nothing where it says nothing. */
export const speAllows = (value: Json | undefined): string =>
  value === undefined ? "" : ` | SPE allows: ${printValue(value, "float")}`;

/** The same for a list, of which an empty one is not worth a word. */
export const speAllowsListed = (list: readonly string[] | undefined): string =>
  speAllows(list === undefined || list.length === 0 ? undefined : list);

/** How 1.76 words what an exception allows; nothing where it says nothing. */
export const exceptionAllowed = (what: string, value: Json | undefined): string =>
  value === undefined ? "" : ` | SecurityPolicyException allowed${what}: ${printValue(value, "float")}`;
