import { printValue } from "../language/print-value.js";
import { compareValues } from "../language/value-order.js";
import type { ObjectView } from "../subject/object-view.js";
import { exceptedBoolean, exceptedList } from "./exception-value.js";
import { NON_ROOT, type RefusedUser, type User } from "./run-as-user.js";

/** A pod has to name its user: one that leaves it to the image is never covered. */
const isListed = (exception: ObjectView, { id: { found } }: User): boolean =>
  found !== undefined &&
  (exceptedList(exception, "runAsUser") ?? []).some((value) => compareValues(value, found) === 0);

/** 1.76: the user has to be listed and, if the exception speaks of runAsNonRoot, that has to be set just so. */
export const coversUser176 = (exception: ObjectView, user: User): boolean => {
  const nonRoot = exceptedBoolean(exception, "runAsNonRoot");
  return isListed(exception, user) && (nonRoot === undefined || user.nonRoot.found === nonRoot);
};

/** Next: the user has to be listed; where the rule is about root, runAsNonRoot has to be as the exception says as well. */
export const coversUserNext = (exception: ObjectView, user: User, rule: string): boolean => {
  if (!isListed(exception, user)) return false;
  return rule !== NON_ROOT || (user.nonRoot.found ?? false) === exceptedBoolean(exception, "runAsNonRoot");
};

/** 1.76 shows an exception only if it speaks of both. */
export const wordUserException176 = (exception: ObjectView): string => {
  const users = exceptedList(exception, "runAsUser");
  const nonRoot = exceptedBoolean(exception, "runAsNonRoot");
  if (users === undefined || nonRoot === undefined) return "";
  return ` | SecurityPolicyException allowed: runAsUser: ${printValue(users, "float")}, runAsNonRoot: ${nonRoot}`;
};

/** Next shows an exception if it speaks of either. */
export const wordUserExceptionNext = ({ found, allowed }: RefusedUser, exception: ObjectView): string => {
  const users = exceptedList(exception, "runAsUser");
  const nonRoot = exceptedBoolean(exception, "runAsNonRoot");
  if (users === undefined && nonRoot === undefined) return "";
  const spe = `SPE allows runAsUser: ${printValue(users ?? [], "float")}; SPE allows runAsNonRoot: [${nonRoot ?? ""}]`;
  return ` | forbidden: ${found ?? "not set"}; policy allows: ${allowed}; ${spe}`;
};
