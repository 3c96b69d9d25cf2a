import * as z from "zod/mini";
import type { PolicyValues } from "../constraint-kind.js";
import { completeRange, type NumberRange, rangeSchema } from "../language/number-range.js";
import { printValue } from "../language/print-value.js";
import type { Json } from "../rule.js";
import { readField } from "./read-field.js";
import { withoutAbsent } from "./without-absent.js";

const range = z.looseObject({ min: z.optional(z.int()), max: z.optional(z.int()) });

/** `spec.parameters` of a D8HostNetwork. */
export const hostNetworkParameters = z.looseObject({
  allowHostNetwork: z.optional(z.boolean()),
  ranges: z.optional(z.array(range)),
});

/** The parameters of a D8HostNetwork. */
export type HostNetworkParameters = z.infer<typeof hostNetworkParameters>;

const rangesOf = ({ allowedHostPorts }: PolicyValues): Json | undefined =>
  readField(z.array(rangeSchema), allowedHostPorts)?.map(completeRange);

/** 1.66 writes only a network that is forbidden, which the rule takes an absent parameter for as well. */
export const writeForbiddenNetwork = (values: PolicyValues): Json | undefined => {
  const ranges = rangesOf(values);
  const { allowHostNetwork: allowed } = values;
  if (allowed === true && ranges === undefined) return undefined;
  return withoutAbsent({ allowHostNetwork: allowed === false ? false : undefined, ranges });
};

/** Later releases write what the policy says, and true where it says nothing. */
export const writeNetwork = (values: PolicyValues): Json | undefined => {
  const ranges = rangesOf(values);
  const { allowHostNetwork: allowed = true } = values;
  if (allowed === true && ranges === undefined) return undefined;
  return withoutAbsent({ allowHostNetwork: allowed, ranges });
};

/** Ranges as a finding or a message shows them. */
export const describeRanges = (ranges: readonly NumberRange[]): Json =>
  ranges.map(({ min, max }) => withoutAbsent({ min, max }));

/** Prints the parameters as a message shows them. */
export const printNetwork = ({ allowHostNetwork: allowed, ranges }: HostNetworkParameters): string => {
  const listed = ranges === undefined ? undefined : describeRanges(ranges);
  return printValue(withoutAbsent({ allowHostNetwork: allowed, ranges: listed }), "exact");
};
