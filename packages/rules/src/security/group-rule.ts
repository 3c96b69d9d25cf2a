import type { MissingBounds } from "../language/number-range.js";
import { printValue } from "../language/print-value.js";
import type { ObjectView } from "../subject/object-view.js";
import { readEffective } from "./effective-value.js";
import { describeIdRule, type IdRule, isInRule, printIdRule } from "./id-rule.js";
import { type Integer, readIntegers } from "./integer-list.js";
import type { ContainerJudge } from "./judge-containers.js";

/** A field of a security context that holds a group, or several. */
export type GroupField = "runAsGroup" | "fsGroup" | "supplementalGroups";

/** How a release words that a group is not allowed. */
export interface GroupWording {
  /** What a missing bound of a range means. */
  readonly missingBounds: MissingBounds;
  /** Words a violation: `found` is `undefined` for a group that is missing. */
  readonly word: (container: string, field: GroupField, found: string | undefined, allowed: string) => string;
}

const readGroups = (holder: ObjectView, field: GroupField): Integer | readonly Integer[] | undefined =>
  field === "supplementalGroups" ? readIntegers(holder, field) : holder.integer(field, 64);

/** Judges a container's groups; those of the pod are reported for each container that has none of its own. */
export const judgeGroups = (field: GroupField, parameter: IdRule, wording: GroupWording): ContainerJudge => {
  const { missingBounds, word } = wording;
  const { rule, ranges = [] } = parameter;
  const printed = printIdRule(parameter);
  const isAllowed = (groups: readonly Integer[] | undefined): boolean => {
    if (groups === undefined) return rule !== "MustRunAs";
    return ranges.length === 0 || groups.every((group) => isInRule(parameter, group, missingBounds));
  };
  return (container, { pod }) => {
    const { found, holder } = readEffective(container, pod, field, (context) => readGroups(context, field));
    const groups = typeof found === "number" || typeof found === "bigint" ? [found] : found;
    if (isAllowed(groups)) return undefined;
    const { ref } = container;
    return {
      rule: field,
      message: word(ref.name, field, found === undefined ? undefined : printValue(found, "float"), printed),
      findings: [{ path: holder.path(field), container: ref, found, allowed: describeIdRule(parameter) }],
    };
  };
};
