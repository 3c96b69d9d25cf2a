import { type Call, calledOperator } from "../../syntax/ast.js";
import { canBeEqual, hasUnknown, isUnknown, valuesOfType } from "./type-algebra.js";
import type { TypeScope } from "./type-scope.js";
import { typeText } from "./type-text.js";

const operators: readonly (string | undefined)[] = ["internal.member_2", "internal.member_3"];

/**
 * What release 1.22 says of `x in {…}` where the set that is written there cannot have such a member; undefined where it can, and
 * of other collections, which that release does not look into.
 */
export function membershipMisfit(call: Call, scope: TypeScope): readonly string[] | undefined {
  const arity = operators.indexOf(calledOperator(call)) + 2;
  const collection = arity < 2 ? undefined : call.args[arity - 1];
  if (collection?.kind !== "set") return undefined;
  const members = valuesOfType(scope.typeOf(collection));
  for (const element of call.args.slice(0, arity - 1)) {
    const type = scope.typeOf(element);
    if (hasUnknown(type) || isUnknown(members) || canBeEqual(type, members)) continue;
    return [`left  : ${typeText(type)}`, `right : ${typeText(members)}`];
  }
  return undefined;
}
