import * as z from "zod/mini";
import { completeRange, isInRanges, type MissingBounds, rangeSchema } from "../language/number-range.js";
import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";
import type { Integer } from "./integer-list.js";
import { readField } from "./read-field.js";
import { withoutAbsent } from "./without-absent.js";

const ranges = z.optional(z.array(rangeSchema));

/** What a policy says of the user: `MustRunAs` one of the ranges, or `MustRunAsNonRoot`. */
export const userRuleField = z.strictObject({ rule: z.enum(["MustRunAs", "MustRunAsNonRoot", "RunAsAny"]), ranges });

/** What a policy says of groups: there `MustRunAs` or, if they are set at all, `MayRunAs` one of the ranges. */
export const groupRuleField = z.strictObject({ rule: z.enum(["MustRunAs", "MayRunAs", "RunAsAny"]), ranges });

const looseRange = z.looseObject({ min: z.optional(z.int()), max: z.optional(z.int()) });

/** A parameter of a constraint. */
export const idRule = z.looseObject({ rule: z.string(), ranges: z.optional(z.array(looseRange)) });

/** What a constraint says of users or groups. */
export type IdRule = z.infer<typeof idRule>;

/** Makes the parameter from a field of a policy; `RunAsAny` restricts nothing, whatever its ranges. */
export const writeIdRule = (value: Json | undefined): Json | undefined => {
  const field = readField(z.looseObject({ rule: z.string(), ranges }), value);
  if (field === undefined || field.rule === "RunAsAny") return undefined;
  const completed = field.ranges?.map(completeRange) ?? [];
  return withoutAbsent({ rule: field.rule, ranges: completed.length === 0 ? undefined : completed });
};

/** The parameter as written. */
export const describeIdRule = ({ rule, ranges: listed }: IdRule): Json =>
  withoutAbsent({ rule, ranges: listed?.map(({ min, max }) => withoutAbsent({ min, max })) });

/** Prints the parameter. */
export const printIdRule = (parameter: IdRule): string => printValue(describeIdRule(parameter), "exact");

/** Whether a number lies in some range. */
export const isInRule = ({ ranges: listed = [] }: IdRule, value: Integer, missing: MissingBounds): boolean =>
  isInRanges(value, listed, missing);
